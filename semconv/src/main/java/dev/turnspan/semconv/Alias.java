/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the alias table: a key that some producer writes, and what it says.
 *
 * @param sourceKey the producer's key; {@code <i>} in it stands for a number
 * @param path where in the key's text the value is, if the text is an object: names joined by dots;
 *     null if the value is the text itself
 * @param conditions what must hold for the row to apply
 * @param canonicalKey ours; {@link Aliases#TOTAL_TOKENS}, which only serves as evidence; or null if
 *     the key is known and says nothing that we have a key for
 * @param otelKey the current OpenTelemetry key of the concept, null when there is none
 * @param rule how the value is read, null where there is no canonical key
 * @param rank which source wins
 * @param marksLlmSpan whether this key alone proves that the span is about a language model. Keys
 *     that are stamped on every span of a trace (conversation ids) or that are bare words do not.
 * @param convention who writes the key
 * @param reference where that is documented
 */
public record Alias(
    String sourceKey,
    @Nullable String path,
    List<SpanCondition> conditions,
    @Nullable String canonicalKey,
    @Nullable String otelKey,
    @Nullable ValueRule rule,
    AliasRank rank,
    boolean marksLlmSpan,
    String convention,
    String reference) {

  /** Stands for a number in a source key. */
  public static final String INDEX = "<i>";

  /** Whether the source key is a pattern. */
  public boolean isPattern() {
    return sourceKey.contains("<");
  }
}
