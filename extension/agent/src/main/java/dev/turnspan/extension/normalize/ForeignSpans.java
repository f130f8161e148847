/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.engine.OwnContext;
import dev.turnspan.semconv.SpanRoles;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Questions about spans that other instrumentations open around a call of ours, or inside one. */
public final class ForeignSpans {

  // Spans by identity, as they do not override equals; weak, because only the SDK knows when a span
  // is gone. One entry per call inside a span that has not said yet what it is, and one per span
  // inside a call.
  private static final Map<Span, Boolean> SAME_CALL =
      Collections.synchronizedMap(new WeakHashMap<>());

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
    Attributes attributes = readable.getAttributes();
    return Normalizer.INDEX.marksLlmSpan(attributes)
        && Normalizer.isCall(Normalizer.role(new Candidates(Normalizer.INDEX, attributes)));
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
      SAME_CALL.put(span, true);
    }
  }

  /**
   * To be called when any span starts. Inside a call of ours another instrumentation can only
   * account for the same call: the library's own, or the agent's for a library that we hook further
   * up. Inside a tool run of ours it may account for the same run, and must say so at its start.
   */
  static void markEnclosed(Context parent, ReadableSpan span) {
    boolean inCall = OwnContext.isInCall(parent);
    String tool = inCall ? null : OwnContext.tool(parent);
    if (!(inCall || tool != null)
        || !(span instanceof Span target)
        || Normalizer.isOwn(span.getInstrumentationScopeInfo().getName())) {
      return;
    }
    if (inCall) {
      SAME_CALL.put(target, true);
    } else if (isSame(tool, span.getAttributes())) {
      target.setAttribute(TurnspanAttributes.SPAN_ROLE, SpanRoles.OTHER);
    }
  }

  private static boolean isSame(@Nullable String tool, Attributes attributes) {
    if (tool == null || !Normalizer.INDEX.marksLlmSpan(attributes)) {
      return false;
    }
    Candidates facts = new Candidates(Normalizer.INDEX, attributes);
    return Normalizer.role(facts).equals(SpanRoles.TOOL_CALL)
        && (tool.equals(facts.get(TurnspanAttributes.TOOL_CALL_ID))
            || tool.equals(facts.get(TurnspanAttributes.TOOL_NAME)));
  }

  /** Whether the span accounts for a call of ours, if it turns out to be about a model at all. */
  static boolean isOfOwnCall(ReadableSpan span) {
    return span instanceof Span key && SAME_CALL.containsKey(key);
  }
}
