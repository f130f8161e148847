/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The same round trip seen by a hook below the one that opened it. It is nearer to the wire, so its
 * chunks and its end are the request's; the step stays open for the hook above.
 */
final class JoinedCall implements Call {

  private final ModelCall outer;

  JoinedCall(ModelCall outer) {
    this.outer = outer;
  }

  @Override
  public Scope enter() {
    return outer.enter();
  }

  @Override
  public Scope callerContext() {
    // The caller of the lower level is the library above, which is at work inside the request.
    return outer.enter();
  }

  @Override
  public void chunk(int kind) {
    outer.chunkOnWire(kind);
  }

  @Override
  public boolean awaitsFirstToken() {
    return outer.awaitsFirstToken();
  }

  @Override
  public void requested(@Nullable String model, boolean stream) {
    outer.requested(model, stream);
  }

  @Override
  public void responseModel(@Nullable String model) {
    outer.responseModel(model);
  }

  @Override
  public void responseId(@Nullable String id) {
    outer.responseId(id);
  }

  @Override
  public void finishReason(@Nullable String reason) {
    outer.answer(answer -> answer.finishReason(reason));
  }

  @Override
  public void conversationId(@Nullable String id) {
    outer.conversationId(id);
  }

  @Override
  public void continues(@Nullable String previousResponseId) {
    outer.continues(previousResponseId);
  }

  @Override
  public void refused() {
    outer.refused();
  }

  @Override
  public void requestedTools(int count) {
    outer.requestedTools(count);
  }

  @Override
  public void requestedTool(@Nullable String id, @Nullable String name, @Nullable String proof) {
    outer.requestedTool(id, name, proof);
  }

  @Override
  public void usage(long input, long output, long cacheRead, long cacheWrite, long reasoning) {
    Usage reported = new Usage(input, output, cacheRead, cacheWrite, reasoning);
    outer.answer(answer -> answer.usage(reported));
  }

  @Override
  public Attempt startAttempt() {
    return outer.startAttempt();
  }

  @Override
  public boolean isOnWire() {
    return outer.isOnWire();
  }

  @Override
  public void status(int code) {
    outer.status(code);
  }

  @Override
  public void end() {
    end(Outcome.COMPLETED);
  }

  @Override
  public void fail(Throwable error, int status) {
    end(outer.request().failure(error, status));
  }

  @Override
  public void fail(int status) {
    outer.status(status);
    end(Outcome.httpStatus(status));
  }

  @Override
  public void abort() {
    end(Outcome.ABORTED);
  }

  @Override
  public void watch(Object handle) {
    // The call above has its own handle, and outlives this one.
  }

  private void end(Outcome outcome) {
    Failures.guard(() -> outer.endRequest(outcome));
  }
}
