/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import org.jspecify.annotations.Nullable;

/** Records nothing. */
final class NoopCall implements Call {

  @Override
  public Scope enter() {
    return Scope.NONE;
  }

  @Override
  public Scope callerContext() {
    return Scope.NONE;
  }

  @Override
  public void chunk(int kind) {}

  @Override
  public boolean awaitsFirstToken() {
    return false;
  }

  @Override
  public void requested(@Nullable String model, boolean stream) {}

  @Override
  public void responseModel(@Nullable String model) {}

  @Override
  public void responseId(@Nullable String id) {}

  @Override
  public void finishReason(@Nullable String reason) {}

  @Override
  public void conversationId(@Nullable String id) {}

  @Override
  public void continues(@Nullable String previousResponseId) {}

  @Override
  public void refused() {}

  @Override
  public void requestedTools(int count) {}

  @Override
  public void requestedTool(@Nullable String id, @Nullable String name, @Nullable String proof) {}

  @Override
  public void usage(long input, long output, long cacheRead, long cacheWrite, long reasoning) {}

  @Override
  public Attempt startAttempt() {
    return NoopEngine.ATTEMPT;
  }

  @Override
  public boolean isOnWire() {
    return false;
  }

  @Override
  public void status(int code) {}

  @Override
  public void end() {}

  @Override
  public void fail(Throwable error, int status) {}

  @Override
  public void fail(int status) {}

  @Override
  public void abort() {}

  @Override
  public void watch(Object handle) {}
}
