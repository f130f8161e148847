/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import org.jspecify.annotations.Nullable;

/**
 * One row of the alias table: a key that some producer writes, and what it says.
 *
 * @param sourceKey the producer's key
 * @param canonicalKey ours; or {@link Aliases#TOTAL_TOKENS}, which only serves as evidence
 * @param otelKey the current OpenTelemetry key of the concept, null when there is none
 * @param rule how the value is read
 * @param rank which source wins
 * @param marksLlmSpan whether this key alone proves that the span is about a language model. Keys
 *     that are stamped on every span of a trace (conversation ids) or that are bare words do not.
 * @param convention who writes the key
 * @param reference where that is documented
 */
public record Alias(
    String sourceKey,
    String canonicalKey,
    @Nullable String otelKey,
    ValueRule rule,
    AliasRank rank,
    boolean marksLlmSpan,
    String convention,
    String reference) {}
