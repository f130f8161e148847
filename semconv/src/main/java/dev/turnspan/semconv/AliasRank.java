/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.Locale;

/**
 * Which source wins when several carry one concept: the first constant that has a value. Within one
 * rank the order of the rows decides.
 */
public enum AliasRank {
  /** Our own keys. */
  CANONICAL,
  /** Names of the current OpenTelemetry GenAI conventions. */
  OTEL,
  /** Their former names. */
  OTEL_DEPRECATED,
  /** Names in a vendor's own namespace. */
  VENDOR,
  /** Values inside a JSON text. */
  JSON,
  /** OpenTelemetry's general keys, which have a meaning of their own: never removed. */
  GENERAL,
  /** Words without a namespace. */
  BARE,
  /** Known, without a canonical key. */
  KNOWN;

  static AliasRank of(String cell) {
    return valueOf(cell.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
