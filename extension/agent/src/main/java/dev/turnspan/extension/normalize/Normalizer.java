/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.TurnspanAttributes.FINISH_REASON;
import static dev.turnspan.semconv.TurnspanAttributes.IS_ERROR;
import static dev.turnspan.semconv.TurnspanAttributes.MODEL;
import static dev.turnspan.semconv.TurnspanAttributes.OPERATION;
import static dev.turnspan.semconv.TurnspanAttributes.REQUEST_MODEL;
import static dev.turnspan.semconv.TurnspanAttributes.RESPONSE_ID;
import static dev.turnspan.semconv.TurnspanAttributes.RESPONSE_MODEL;
import static dev.turnspan.semconv.TurnspanAttributes.SPAN_ROLE;
import static dev.turnspan.semconv.TurnspanAttributes.TOOL_CALL_ID;
import static dev.turnspan.semconv.TurnspanAttributes.TOOL_NAME;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_CACHE_READ_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_CACHE_WRITE_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_INPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_OUTPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_REASONING_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_REPORTED;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.ScopeOverrides;
import dev.turnspan.semconv.SpanRoles;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives foreign spans about language models the canonical keys. Driven by the tables of semconv; it
 * knows no convention by name. Applying it twice is the same as once.
 */
final class Normalizer {

  static final String OWN_SCOPE = "dev.turnspan";

  static final AliasIndex INDEX = new AliasIndex(Aliases.all());

  private static final List<AttributeKey<Long>> USAGE =
      List.of(
          USAGE_INPUT_TOKENS,
          USAGE_OUTPUT_TOKENS,
          USAGE_CACHE_READ_TOKENS,
          USAGE_CACHE_WRITE_TOKENS,
          USAGE_REASONING_TOKENS);

  // A span that does not name its kind is a model call if it has any of these. The provider alone
  // is no evidence: agents and stores have one too.
  private static final List<AttributeKey<?>> CALL_EVIDENCE =
      List.of(
          OPERATION,
          USAGE_INPUT_TOKENS,
          USAGE_OUTPUT_TOKENS,
          USAGE_CACHE_READ_TOKENS,
          USAGE_CACHE_WRITE_TOKENS,
          USAGE_REASONING_TOKENS,
          UsageRepair.TOTAL,
          MODEL,
          REQUEST_MODEL,
          RESPONSE_MODEL,
          RESPONSE_ID,
          FINISH_REASON);

  private final UsageRepair usageRepair = new UsageRepair(new CountingRules(ScopeOverrides.all()));
  private final AttributeRewrite rewrite;

  Normalizer(boolean dropOriginals) {
    this.rewrite = new AttributeRewrite(INDEX, dropOriginals);
  }

  /** The span itself unless it is a foreign one about a language model. Never throws. */
  ReadableSpan view(ReadableSpan span) {
    try {
      // Once a span has ended its data shares the attributes; getAttributes() would copy them.
      return isOwn(span.getInstrumentationScopeInfo().getName())
              || !INDEX.marksLlmSpan(span.toSpanData().getAttributes())
          ? span
          : new NormalizedSpan(span, this, ForeignSpans.isOfOwnCall(span));
    } catch (Throwable t) {
      Failures.note(t);
      return span;
    }
  }

  /**
   * The data with canonical keys; the same object when there is nothing to change. Never throws.
   *
   * @param ofOwnCall whether a call of ours ran inside the span or around it, so that the call
   *     would be counted twice
   */
  SpanData normalize(SpanData span, boolean ofOwnCall) {
    try {
      Attributes attributes = span.getAttributes();
      if (isOwn(span.getInstrumentationScopeInfo().getName()) || !INDEX.marksLlmSpan(attributes)) {
        return span;
      }
      return rewritten(span, new Candidates(INDEX, attributes), ofOwnCall);
    } catch (Throwable t) {
      Failures.note(t);
      return span;
    }
  }

  private SpanData rewritten(SpanData span, Candidates facts, boolean ofOwnCall) {
    String role = role(facts);
    boolean elsewhere = role.equals(SpanRoles.OTHER) || (ofOwnCall && isCall(role));
    facts.set(SPAN_ROLE, elsewhere ? SpanRoles.OTHER : role);
    facts.set(MODEL, model(facts));
    if (elsewhere) {
      USAGE.forEach(key -> facts.set(key, null));
    } else {
      usageRepair.apply(facts, span);
      if (role.equals(SpanRoles.PROVIDER_REQUEST) && hasUsage(facts)) {
        facts.set(USAGE_REPORTED, true);
      }
    }
    if (role.equals(SpanRoles.TOOL_CALL) && span.getStatus().getStatusCode() == StatusCode.ERROR) {
      facts.set(IS_ERROR, true);
    }
    Attributes attributes = rewrite.apply(span.getAttributes(), facts, elsewhere);
    return attributes == span.getAttributes() ? span : new NormalizedSpanData(span, attributes);
  }

  /** The role that the span's convention names, or else the one that its facts show. */
  static String role(Candidates facts) {
    String role = facts.get(SPAN_ROLE);
    if (role != null) {
      return role;
    }
    if (facts.get(TOOL_NAME) != null || facts.get(TOOL_CALL_ID) != null) {
      return SpanRoles.TOOL_CALL;
    }
    return CALL_EVIDENCE.stream().anyMatch(key -> facts.get(key) != null)
        ? SpanRoles.PROVIDER_REQUEST
        : SpanRoles.OTHER;
  }

  /** Whether a span of this role stands for the model calls inside it. */
  static boolean isCall(String role) {
    return !role.equals(SpanRoles.TOOL_CALL) && !role.equals(SpanRoles.RETRIEVAL);
  }

  static boolean isOwn(String scope) {
    return scope.equals(OWN_SCOPE);
  }

  private static boolean hasUsage(Candidates facts) {
    return facts.get(USAGE_INPUT_TOKENS) != null || facts.get(USAGE_OUTPUT_TOKENS) != null;
  }

  private static @Nullable String model(Candidates facts) {
    String response = facts.get(RESPONSE_MODEL);
    String either = response == null ? facts.get(MODEL) : response;
    return either == null ? facts.get(REQUEST_MODEL) : either;
  }
}
