/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One model round trip as the outermost hook sees it. It owns the order of things: start, attempts,
 * first token, end. Hooks on lower levels join it ({@link #join}) and then report the exchange in
 * its place.
 */
final class ModelCall implements Call {

  /** The call of a context. */
  static final ContextKey<ModelCall> KEY = ContextKey.named("turnspan-call");

  private final Context caller;
  private final RequestOwner owner;
  private RequestFacts facts;
  private final Abandonment abandonment;
  private final ResponseChains chains;
  private volatile ProviderRequest request;
  private int attempts = 1;
  private boolean onWire;
  private volatile boolean joined;
  private volatile boolean done;
  private volatile Runnable unwatch = () -> {};
  private volatile boolean chained;
  private volatile @Nullable String chainHead;

  ModelCall(
      Context caller,
      RequestOwner owner,
      RequestFacts facts,
      Abandonment abandonment,
      ResponseChains chains) {
    this.caller = caller;
    this.facts = facts;
    this.abandonment = abandonment;
    this.chains = chains;
    this.owner = owner;
    this.request = new ProviderRequest(owner, facts, 0, owner.startNanos());
  }

  boolean isOpen() {
    return !done;
  }

  /** Whether a call that begins within this one may be the same, seen from below. */
  boolean isSeenAs(String operation) {
    return isOpen() && isOfKind(operation);
  }

  /** Whether requests of an operation may be this call's. */
  boolean isOfKind(String operation) {
    return Lookup.is(facts.operation()) == Lookup.is(operation);
  }

  /** A hook on a lower level sees the same round trip, or a retry of it. */
  Call join(RequestFacts lower) {
    synchronized (owner.monitor()) {
      if (request.isEnded()) {
        // Another model, for all we know: it says of itself what it knows.
        facts = lower.completedBy(facts);
        nextAttempt();
      } else {
        facts = facts.completedBy(lower);
        request.complete(request.facts().completedBy(lower));
      }
      joined = true;
      return new JoinedCall(this);
    }
  }

  ProviderRequest request() {
    return request;
  }

  /** Ends the current attempt only; the round trip goes on above. */
  void endRequest(Outcome outcome) {
    synchronized (owner.monitor()) {
      request.end(outcome, owner.clock().now());
    }
  }

  @Override
  public Scope enter() {
    return Failures.guard(() -> CurrentContext.enter(requestContext()), Scope.NONE);
  }

  @Override
  public Scope callerContext() {
    // Asked for every chunk: where it is current already there is nothing to allocate.
    return CurrentContext.is(caller)
        ? Scope.NONE
        : Failures.guard(() -> CurrentContext.enter(caller), Scope.NONE);
  }

  @Override
  public void chunk(int kind) {
    if (!joined) {
      chunkOnWire(kind);
    }
  }

  /** What the lowest hook saw. */
  void chunkOnWire(int kind) {
    try {
      request.chunk(kind);
    } catch (Throwable t) {
      Failures.note(t);
    }
  }

  @Override
  public boolean awaitsFirstToken() {
    return !done && request.progress().awaitsFirstToken();
  }

  @Override
  public void requested(@Nullable String model, boolean stream) {
    whileRequestIsOpen(
        () -> {
          facts = facts.asSent(model, stream);
          request.complete(request.facts().asSent(model, stream));
        });
  }

  @Override
  public void responseModel(@Nullable String model) {
    answer(answer -> answer.model(model));
  }

  @Override
  public void responseId(@Nullable String id) {
    answer(answer -> answer.id(id));
  }

  @Override
  public void finishReason(@Nullable String reason) {
    if (!joined) {
      answer(answer -> answer.finishReason(reason));
    }
  }

  @Override
  public void conversationId(@Nullable String id) {
    Failures.guard(() -> owner.conversation(id, "request"));
  }

  @Override
  public void continues(@Nullable String previousResponseId) {
    Failures.guard(
        () -> {
          chained = true;
          if (previousResponseId != null) {
            chainHead = chains.headOf(previousResponseId);
            owner.conversation(chainHead, "chain");
          }
        });
  }

  @Override
  public void refused() {
    answer(Answer::refused);
  }

  @Override
  public void requestedTools(int count) {
    answer(answer -> answer.requestedTools(count));
  }

  @Override
  public void usage(long input, long output, long cacheRead, long cacheWrite, long reasoning) {
    Usage told = new Usage(input, output, cacheRead, cacheWrite, reasoning);
    answer(answer -> answer.usage(joined ? answer.usage().orElse(told) : told));
  }

  /** Facts for the answer under way; too late once its span has ended. */
  void answer(Consumer<Answer> fact) {
    whileRequestIsOpen(() -> fact.accept(request.answer()));
  }

  private void whileRequestIsOpen(Runnable fact) {
    Failures.guard(
        () -> {
          synchronized (owner.monitor()) {
            if (!request.isEnded()) {
              fact.run();
            }
          }
        });
  }

  @Override
  public Attempt startAttempt() {
    return Failures.guard(
        () -> {
          synchronized (owner.monitor()) {
            // One that begins after the end tells nothing, yet what it sends is this call's.
            if (!done) {
              WireAttempt around = CurrentContext.get().get(WireAttempt.KEY);
              if (onWire && (around == null || !around.handDown(this))) {
                nextAttempt();
              }
              onWire = true;
            }
            return new WireAttempt(this, request);
          }
        },
        NoopEngine.ATTEMPT);
  }

  @Override
  public boolean isOnWire() {
    WireAttempt around = CurrentContext.get().get(WireAttempt.KEY);
    return around != null && around.isOf(this);
  }

  @Override
  public void status(int code) {
    whileRequestIsOpen(() -> request.status(code));
  }

  private void nextAttempt() {
    request.endBeforeRetry();
    onWire = false;
    request = new ProviderRequest(owner, facts, attempts++, owner.clock().now());
  }

  @Override
  public void end() {
    finish(Outcome.COMPLETED);
  }

  @Override
  public void fail(Throwable error, int status) {
    finish(request.failure(error, status));
  }

  @Override
  public void fail(int status) {
    status(status);
    finish(Outcome.httpStatus(status));
  }

  @Override
  public void abort() {
    finish(Outcome.ABORTED);
  }

  @Override
  public void watch(Object handle) {
    Failures.guard(
        () -> {
          unwatch.run();
          unwatch = abandonment.watch(handle, () -> finish(Outcome.ABANDONED));
        });
  }

  private void finish(Outcome outcome) {
    Failures.guard(
        () -> {
          synchronized (owner.monitor()) {
            if (done) {
              return;
            }
            done = true;
            long now = owner.clock().now();
            request.end(outcome, outcome.isAbandoned() ? request.lastActivityNanos() : now);
            if (chained) {
              chains.add(request.answer().id(), chainHead);
            }
            owner.callEnded(outcome);
          }
          unwatch.run();
        });
  }

  Context requestContext() {
    // On top of the caller's context: its baggage and the application's own keys travel on.
    return owner.within(caller).with(request.span()).with(KEY, this);
  }

  Object monitor() {
    return owner.monitor();
  }
}
