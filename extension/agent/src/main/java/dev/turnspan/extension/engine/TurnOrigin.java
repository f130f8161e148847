/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.semconv.SpanNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a turn was opened: here, or in another process that this one works for. Of the latter only
 * the steps that begin here are known. It has one span, and that is not here.
 */
final class TurnOrigin {

  private final String turnId;
  private final @Nullable RemoteTurn remote;

  private TurnOrigin(String turnId, @Nullable RemoteTurn remote) {
    this.turnId = turnId;
    this.remote = remote;
  }

  /** The origin of a turn that begins in this context. */
  static TurnOrigin in(Context context) {
    RemoteTurn remote = context.get(RemoteTurn.KEY);
    return remote == null
        ? new TurnOrigin(UUID.randomUUID().toString(), null)
        : new TurnOrigin(remote.reference().turnId(), remote);
  }

  String turnId() {
    return turnId;
  }

  String stepId(int index) {
    return remote == null ? turnId + '#' + index : remote.nextStepId();
  }

  /** The conversation that the other process named, or null. */
  @Nullable String conversationId() {
    return remote == null ? null : remote.reference().conversationId();
  }

  /** Starts the turn's span; without one of its own its steps are where it begins. */
  Span startSpan(Recorder recorder, Context parent, long epochNanos) {
    return remote == null
        ? recorder.start(SpanNames.TURN, SpanKind.INTERNAL, parent, epochNanos)
        : Span.getInvalid();
  }

  /** What a process that is called now must know. */
  TurnReference reference(int stepCount, @Nullable String conversationId) {
    int step = remote == null ? Math.max(0, stepCount - 1) : remote.reference().step();
    return new TurnReference(turnId, step, conversationId);
  }
}
