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
  private @Nullable Turn turn;

  ObservedSteps(Iterator<T> delegate, @Nullable String conversation) {
    this.delegate = delegate;
    this.conversation = conversation;
  }

  @Override
  public boolean hasNext() {
    Turn current = turn();
    Scope scope = current.enter();
    try {
      boolean more = delegate.hasNext();
      if (!more) {
        current.end();
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
      return delegate.next();
    } catch (Throwable t) {
      current.fail(t);
      throw t;
    } finally {
      scope.close();
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
