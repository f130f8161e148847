/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.engine.OwnContext;
import dev.turnspan.semconv.SpanRoles;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.IntSupplier;

/** Questions about spans that other instrumentations open around a call of ours, or inside one. */
public final class ForeignSpans {

  // Spans by identity, as they do not override equals; weak, because only the SDK knows when a span
  // is gone. One entry per call inside a span that has not said yet what it is, and one per span
  // inside a call.
  private static final Map<Span, Boolean> SAME_CALL =
      Collections.synchronizedMap(new WeakHashMap<>());

  // The same for spans that a framework writes about a turn of ours, one entry per span.
  private static final Map<Span, InTurn> IN_TURN = Collections.synchronizedMap(new WeakHashMap<>());

  // Whether either has ever had an entry: where no call of ours runs, no lock is taken.
  private static volatile boolean noted;

  private ForeignSpans() {}

  /**
   * Whether a span is another instrumentation's account of a model call, by what it carries now.
   * Tool runs and searches are not: a model call inside them is a call of its own.
   *
   * <p>Some instrumentations, Micrometer's tracing bridge among them, set all attributes at the
   * end. For those the answer during the call is no; use {@link #markEnclosing}.
   */
  public static boolean isLlmSpan(Span span) {
    if (!(span instanceof ReadableSpan readable)
        || Normalizer.isOwn(readable.getInstrumentationScopeInfo().getName())) {
      return false;
    }
    SpanSubject subject = SpanSubject.of(readable);
    return Normalizer.INDEX.marksLlmSpan(subject.attributes(), subject.scope())
        && Roles.isCall(Roles.of(new Candidates(Normalizer.INDEX, subject)));
  }

  /**
   * To be called when a call of ours starts inside an open span, before ours is current. If the
   * span accounts for the same call it is marked {@code spanRole=other} and its counts will not be
   * counted; if it does not say yet what it is, that is decided when it ends.
   */
  public static void markEnclosing(Span span) {
    if (!(span instanceof ReadableSpan readable)
        || !span.isRecording()
        || Normalizer.isOwn(readable.getInstrumentationScopeInfo().getName())) {
      return;
    }
    if (isLlmSpan(span)) {
      span.setAttribute(TurnspanAttributes.SPAN_ROLE, SpanRoles.OTHER);
    } else if (readable.getKind() == SpanKind.INTERNAL || readable.getKind() == SpanKind.CLIENT) {
      note(span);
    }
  }

  private static void note(Span span) {
    SAME_CALL.put(span, true);
    noted = true;
  }

  /**
   * To be called when any span starts. Inside a call of ours another instrumentation can only
   * account for the same call: the library's own, or the agent's for a library that we hook further
   * up. Inside a tool run of ours it may account for the same run, and must say so at its start. A
   * framework that accounts for its own turns does it for all that is in them.
   */
  static void markEnclosed(KnownScope scope, Context parent, ReadableSpan span) {
    if (!(span instanceof Span target)) {
      return;
    }
    OwnContext own = OwnContext.of(parent);
    if (scope.isFramework()) {
      IntSupplier steps = own.steps();
      if (steps != null) {
        IN_TURN.put(target, new InTurn(steps, steps.getAsInt()));
        noted = true;
      }
    }
    if (own.isInCall()) {
      note(target);
      return;
    }
    String tool = own.tool();
    if (tool != null && isSame(tool, span)) {
      target.setAttribute(TurnspanAttributes.SPAN_ROLE, SpanRoles.OTHER);
    }
  }

  private static boolean isSame(String tool, ReadableSpan span) {
    SpanSubject subject = SpanSubject.of(span);
    if (!Normalizer.INDEX.marksLlmSpan(subject.attributes(), subject.scope())) {
      return false;
    }
    Candidates facts = new Candidates(Normalizer.INDEX, subject);
    return Roles.of(facts).equals(SpanRoles.TOOL_CALL)
        && (tool.equals(facts.get(TurnspanAttributes.TOOL_CALL_ID))
            || tool.equals(facts.get(TurnspanAttributes.TOOL_NAME)));
  }

  /** What of ours the span accounts for, if it turns out to be about a model at all. */
  static Account account(KnownScope scope, ReadableSpan span) {
    if (!noted || !(span instanceof Span key)) {
      return Account.NONE;
    }
    InTurn inTurn = scope.isFramework() ? IN_TURN.get(key) : null;
    Account account = inTurn == null ? Account.NONE : inTurn.account();
    return account != Account.ANY && SAME_CALL.containsKey(key) ? Account.CALL : account;
  }

  /**
   * A framework's span in a turn of ours. What it is about we have seen if a step began in it; and
   * where steps are seen tools are.
   */
  private record InTurn(IntSupplier steps, int stepsBefore) {

    Account account() {
      int stepsNow = steps.getAsInt();
      return stepsNow > stepsBefore ? Account.ANY : stepsNow > 0 ? Account.TOOL : Account.NONE;
    }
  }
}
