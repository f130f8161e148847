/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import dev.turnspan.bridge.Scope;
import org.reactivestreams.Subscription;
import reactor.util.context.Context;

/** What is told of one subscription in Reactor. No method throws. */
public interface StreamWatch<T> {

  /** Makes the context current in which the stream's source works. */
  Scope upstream();

  /** Makes the context current in which the subscriber works. */
  Scope downstream();

  /** Whatever holds on to the subscription as long as it lives. */
  default void heldBy(Object handle) {}

  /** An element comes. */
  default void next(T element) {}

  /** The stream is complete. */
  void completed();

  /** The stream failed. */
  void failed(Throwable error);

  /** The subscriber cancels. */
  void cancel(Subscription subscription);

  /** What the source is told of the subscriber. */
  default Context tell(Context subscriber) {
    return subscriber;
  }
}
