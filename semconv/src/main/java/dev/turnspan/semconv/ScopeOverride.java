/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one producer's token counts include, where that differs from the conventions.
 *
 * @param conditions all must hold for the row to apply
 * @param sourceKey the key whose counts it is about, null for every key
 * @param provider canonical provider that the row is about, null for every provider
 * @param input what the input count includes, null when the row does not say
 * @param output what the output count includes, null when the row does not say
 * @param producer who it is
 * @param reference where that is documented
 */
public record ScopeOverride(
    List<SpanCondition> conditions,
    @Nullable String sourceKey,
    @Nullable String provider,
    @Nullable Counting input,
    @Nullable Counting output,
    String producer,
    String reference) {

  /** How a producer counts. */
  public enum Counting {
    /** The subset (cache, reasoning) is in the count. */
    INSIDE,
    /** The subset must be added. */
    OUTSIDE,
    /** The producer's versions differ. */
    AMBIGUOUS
  }
}
