/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import org.jspecify.annotations.Nullable;

/** Answers every question with something that does nothing. */
public final class NoopEngine implements Engine {

  /** The one instance. */
  public static final Engine INSTANCE = new NoopEngine();

  /** A call that records nothing. */
  public static final Call CALL = new NoopCall();

  /** A turn that records nothing. */
  public static final Turn TURN = new NoopTurn();

  /** A tool run that records nothing. */
  public static final ToolRun TOOL_RUN = new NoopToolRun();

  /** An attempt that records nothing. */
  public static final Attempt ATTEMPT = new NoopAttempt();

  private NoopEngine() {}

  @Override
  public Turn startTurn() {
    return TURN;
  }

  @Override
  public Turn startMethodTurn() {
    return TURN;
  }

  @Override
  public Turn currentTurn() {
    return TURN;
  }

  @Override
  public Call startCall(CallStart start) {
    return CALL;
  }

  @Override
  public @Nullable Call currentCall(String operation) {
    return null;
  }

  @Override
  public Call callFor(Object exchange) {
    return CALL;
  }

  @Override
  public ToolRun startTool(String name, @Nullable String callId) {
    return TOOL_RUN;
  }

  @Override
  public Scope expectTools(String[] names, @Nullable String[] ids) {
    return Scope.NONE;
  }

  private static final class NoopTurn implements Turn {
    @Override
    public Scope enter() {
      return Scope.NONE;
    }

    @Override
    public void identify(@Nullable String conversationId) {}

    @Override
    public void detach() {}

    @Override
    public void end() {}

    @Override
    public void abort() {}

    @Override
    public void fail(Throwable error) {}

    @Override
    public void exhausted(@Nullable Throwable error) {}
  }

  private static final class NoopToolRun implements ToolRun {
    @Override
    public Scope enter() {
      return Scope.NONE;
    }

    @Override
    public Scope callerContext() {
      return Scope.NONE;
    }

    @Override
    public void end(long contentLength, boolean error) {}

    @Override
    public void fail(Throwable error) {}
  }

  private static final class NoopAttempt implements Attempt {
    @Override
    public Scope enter() {
      return Scope.NONE;
    }

    @Override
    public void sentTo(String url) {}

    @Override
    public void status(int code) {}

    @Override
    public void failed(Throwable error, int status) {}
  }
}
