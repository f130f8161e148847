/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.extension.app.StreamWatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/**
 * A turn that is as long as its stream. The turn's context carries no span of ours, so that what
 * stands between the chat client and the model, advisors above all, may run in it.
 */
final class TurnWatch<T> implements StreamWatch<T> {

  /** Under which the turn is found on whatever thread the library goes on. */
  private static final String KEY = "turnspan.turn";

  private final Turn turn;
  private boolean limited;

  private TurnWatch(Turn turn) {
    this.turn = turn;
  }

  /**
   * Makes a turn of every subscription.
   *
   * @param conversation asked once per subscription
   */
  static <T> Flux<T> of(Flux<T> answer, Supplier<@Nullable String> conversation, boolean forSure) {
    Function<Context, StreamWatch<T>> begin =
        subscriber -> {
          Scope scope = enter(subscriber);
          try {
            Turn turn = Bridge.engine().startTurn();
            if (forSure) {
              turn.identify(conversation.get());
            }
            turn.detach();
            return new TurnWatch<>(turn);
          } finally {
            scope.close();
          }
        };
    return new ObservedFlux<>(answer, begin);
  }

  /** Makes the turn current that a subscriber is in, if the thread does not know of it. */
  static Scope enter(Context subscriber) {
    Object turn = subscriber.getOrDefault(KEY, null);
    return turn instanceof Turn known && known != Bridge.engine().currentTurn()
        ? known.enter()
        : Scope.NONE;
  }

  @Override
  public Scope upstream() {
    return turn.enter();
  }

  @Override
  public Scope downstream() {
    return Scope.NONE;
  }

  @Override
  public void next(T element) {
    limited |= ToolLimits.reached(element);
  }

  @Override
  public void completed() {
    if (limited) {
      turn.exhausted(null);
    } else {
      turn.end();
    }
  }

  @Override
  public void failed(Throwable error) {
    ToolLimits.fail(turn, error);
  }

  @Override
  public void cancel(Subscription subscription) {
    Scope scope = turn.enter();
    try {
      subscription.cancel();
    } finally {
      scope.close();
      // Ended already if a model was at work.
      turn.end();
    }
  }

  @Override
  public Context tell(Context subscriber) {
    return subscriber.put(KEY, turn);
  }
}
