/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.TurnspanAttributes.DECODE_MS;
import static dev.turnspan.semconv.TurnspanAttributes.GEN_TOTAL_MS;
import static dev.turnspan.semconv.TurnspanAttributes.IS_ERROR;
import static dev.turnspan.semconv.TurnspanAttributes.MODEL;
import static dev.turnspan.semconv.TurnspanAttributes.REQUEST_MODEL;
import static dev.turnspan.semconv.TurnspanAttributes.RESPONSE_ID;
import static dev.turnspan.semconv.TurnspanAttributes.RESPONSE_MODEL;
import static dev.turnspan.semconv.TurnspanAttributes.SPAN_ROLE;
import static dev.turnspan.semconv.TurnspanAttributes.STEP_ID;
import static dev.turnspan.semconv.TurnspanAttributes.TTFT_MS;
import static dev.turnspan.semconv.TurnspanAttributes.TURN_ID;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_INPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_OUTPUT_TOKENS;
import static dev.turnspan.semconv.TurnspanAttributes.USAGE_REPORTED;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.semconv.Aliases;
import dev.turnspan.semconv.ScopeOverrides;
import dev.turnspan.semconv.SpanRoles;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * Gives foreign spans about language models the canonical keys. Driven by the tables of semconv; it
 * knows no convention by name. Applying it twice is the same as once.
 */
final class Normalizer {

  static final String OWN_SCOPE = "dev.turnspan";

  static final AliasIndex INDEX = new AliasIndex(Aliases.all());

  private final UsageRepair usageRepair = new UsageRepair(new CountingRules(ScopeOverrides.all()));
  private final boolean dropOriginals;
  private final AttributeRewrite rewrite;

  Normalizer(boolean dropOriginals) {
    this.dropOriginals = dropOriginals;
    this.rewrite = new AttributeRewrite(INDEX, dropOriginals);
  }

  /** Whether a span is to be normalized: a foreign one about a language model. */
  static boolean isForeign(String scope, Attributes attributes) {
    return !isOwn(scope) && INDEX.marksLlmSpan(attributes, scope);
  }

  /**
   * The data with canonical keys; the same object when there is nothing to change. Never throws.
   *
   * @param around what is known of the spans around it
   */
  SpanData normalize(SpanData span, Surroundings around) {
    try {
      SpanSubject subject = SpanSubject.of(span);
      // Who watched has asked already.
      return around.isWatched() || isForeign(subject.scope(), subject.attributes())
          ? rewritten(span, new Candidates(INDEX, subject, dropOriginals), around)
          : span;
    } catch (Throwable t) {
      Failures.note(t);
      return span;
    }
  }

  private SpanData rewritten(SpanData span, Candidates facts, Surroundings around) {
    String role = Roles.of(facts, around);
    StepIds.complete(facts);
    Standing standing = standing(span, role, facts, around);
    facts.set(SPAN_ROLE, standing == Standing.DUPLICATE ? SpanRoles.OTHER : role);
    facts.set(MODEL, model(facts));
    facts.set(DECODE_MS, decode(facts));
    if (standing != Standing.RECORD) {
      facts.clearUsage();
    } else {
      usageRepair.apply(facts);
      if (role.equals(SpanRoles.PROVIDER_REQUEST) && hasUsage(facts)) {
        facts.set(USAGE_REPORTED, true);
      }
    }
    if (standing == Standing.DUPLICATE) {
      // What stands for no turn and no step must not look like a part of one.
      facts.set(TURN_ID, null);
      facts.set(STEP_ID, null);
    }
    if (role.equals(SpanRoles.TOOL_CALL) && span.getStatus().getStatusCode() == StatusCode.ERROR) {
      facts.set(IS_ERROR, true);
    }
    Attributes attributes = rewrite.apply(span.getAttributes(), facts, standing);
    return attributes == span.getAttributes() ? span : new NormalizedSpanData(span, attributes);
  }

  private static Standing standing(
      SpanData span, String role, Candidates facts, Surroundings around) {
    boolean elsewhere = role.equals(SpanRoles.OTHER) || around.account().covers(role);
    Standing standing =
        around.judge(
            span,
            new EndedSpan.Facts(
                facts.subject().scope(),
                role,
                facts.get(RESPONSE_ID),
                hasUsage(facts),
                !elsewhere));
    return elsewhere ? Standing.DUPLICATE : standing;
  }

  static boolean isOwn(String scope) {
    return scope.equals(OWN_SCOPE);
  }

  private static boolean hasUsage(Candidates facts) {
    return facts.get(USAGE_INPUT_TOKENS) != null || facts.get(USAGE_OUTPUT_TOKENS) != null;
  }

  /** The total is what it took to the first token, and from there to the end. */
  private static @Nullable Long decode(Candidates facts) {
    Long decode = facts.get(DECODE_MS);
    Long total = facts.get(GEN_TOTAL_MS);
    Long first = facts.get(TTFT_MS);
    if (decode == null && total != null && first != null && total >= first) {
      return total - first;
    }
    return decode;
  }

  private static @Nullable String model(Candidates facts) {
    String response = facts.get(RESPONSE_MODEL);
    String either = response == null ? facts.get(MODEL) : response;
    return either == null ? facts.get(REQUEST_MODEL) : either;
  }
}
