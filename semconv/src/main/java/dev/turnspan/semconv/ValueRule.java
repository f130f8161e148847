/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

/** How a source value becomes the canonical one. */
public enum ValueRule {
  /** Text that is not a placeholder. */
  TEXT("text"),
  /** A whole number, also from text; negative ones are dropped. */
  COUNT("count"),
  /** A floating-point number, also from text. */
  NUMBER("number"),
  /** A truth value, also from text. */
  BOOLEAN("boolean"),
  /** Seconds to milliseconds. */
  SECONDS("seconds"),
  /** Milliseconds, rounded. */
  MILLIS("millis"),
  /** Microseconds to milliseconds, rounded. */
  MICROS("micros"),
  /** Nanoseconds to milliseconds, rounded. */
  NANOS("nanos"),
  /** Seconds, or nanoseconds where the number is too large for seconds, to milliseconds. */
  SECONDS_OR_NANOS("seconds-or-nanos"),
  /** A wall clock time (ISO 8601) to milliseconds since the span started. */
  TIMESTAMP("timestamp"),
  /** An array, one text, or JSON text, to one reason of {@link FinishReasons}. */
  FINISH_REASON("finish-reason"),
  /** A name to a well-known value of {@link Providers}. */
  PROVIDER("provider"),
  /** A host name to a well-known value of {@link Providers}. */
  PROVIDER_HOST("provider-host"),
  /** A value of {@link Operations} to its {@code operation}. */
  OPERATION("operation"),
  /** A value of {@link Operations} to its {@code spanRole}. */
  SPAN_ROLE("span-role"),
  /** {@code ERROR} and the like to {@code _OTHER}, by {@link ValueMaps}. */
  ERROR_FLAG("error-flag"),
  /** Whether the answer was cancelled, to a finish reason, by {@link ValueMaps}. */
  CANCELED("canceled"),
  /** An endpoint to OpenTelemetry's name of the API, by {@link ValueMaps}. */
  API("api"),
  /** The number of a step, counted from 0, to the id of the step. */
  STEP_INDEX("step-index"),
  /** The number of a step, counted from 1, to the id of the step. */
  STEP_NUMBER("step-number"),
  /** The host of a URL. */
  URL_HOST("url-host");

  private final String cell;

  ValueRule(String cell) {
    this.cell = cell;
  }

  /** The rule's name in the tables. */
  public String cell() {
    return cell;
  }

  /**
   * The rule that a cell of the alias table names.
   *
   * @throws IllegalArgumentException when there is none
   */
  static ValueRule of(String cell) {
    for (ValueRule rule : values()) {
      if (rule.cell.equals(cell)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("no value rule " + cell);
  }
}
