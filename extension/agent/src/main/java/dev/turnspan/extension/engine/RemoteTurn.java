/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A turn that another process has open, as one request or message told of it. Steps below that
 * request are numbered here. A message may be delivered twice, and to several processes, so the
 * sender cannot reserve numbers: what keeps them apart is a random part.
 */
final class RemoteTurn {

  /** The remote turn of a context. */
  static final ContextKey<RemoteTurn> KEY = ContextKey.named("turnspan-remote-turn");

  private final TurnReference reference;
  private final String branch =
      String.format("%016x", ThreadLocalRandom.current().nextLong()); // As a span id looks.
  private final AtomicInteger steps = new AtomicInteger();

  RemoteTurn(TurnReference reference) {
    this.reference = reference;
  }

  TurnReference reference() {
    return reference;
  }

  /** The id of the next step that begins here. */
  String nextStepId() {
    return reference.turnId()
        + '#'
        + reference.step()
        + '.'
        + branch
        + '.'
        + steps.getAndIncrement();
  }

  /**
   * A context without the remote turn, unless what told of it is still being worked on: a context
   * may outlive the request that it came with.
   */
  static Context honoured(Context context, ServerTurns serverTurns) {
    return context.get(KEY) == null || serverTurns.root(context) != null
        ? context
        : OwnContext.without(context, KEY);
  }
}
