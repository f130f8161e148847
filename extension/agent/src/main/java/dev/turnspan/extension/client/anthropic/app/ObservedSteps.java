/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a tool runner. All its work is done inside these methods, whenever the application
 * asks for the next step; between them the turn is open and nothing of it is current.
 */
final class ObservedSteps<T> implements Iterator<T> {

  private final Iterator<T> delegate;
  private final @Nullable String conversation;
  private final long limit;
  private @Nullable Turn turn;
  private long taken;

  /**
   * Watches the steps.
   *
   * @param limit how many the runner takes at most
   */
  ObservedSteps(Iterator<T> delegate, @Nullable String conversation, long limit) {
    this.delegate = delegate;
    this.conversation = conversation;
    this.limit = limit;
  }

  @Override
  public boolean hasNext() {
    Turn current = turn();
    Scope scope = current.enter();
    try {
      boolean more = delegate.hasNext();
      if (!more) {
        end(current);
      }
      return more;
    } catch (Throwable t) {
      current.fail(t);
      throw t;
    } finally {
      scope.close();
    }
  }

  @Override
  public T next() {
    Turn current = turn();
    Scope scope = current.enter();
    try {
      T step = delegate.next();
      taken++;
      return step;
    } catch (Throwable t) {
      current.fail(t);
      throw t;
    } finally {
      scope.close();
    }
  }

  /** The runner does not say why it ends; a final answer is told from the others elsewhere. */
  private void end(Turn current) {
    if (taken >= limit) {
      current.exhausted(null);
    } else {
      current.end();
    }
  }

  @Override
  public void remove() {
    delegate.remove();
  }

  private Turn turn() {
    Turn known = turn;
    if (known == null) {
      known = Bridge.engine().startTurn();
      known.identify(conversation);
      // An application may stop asking: then the idle timeout ends the turn.
      known.detach();
      turn = known;
    }
    return known;
  }
}
