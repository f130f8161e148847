/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;

/**
 * One row of the table of keys.
 *
 * @param owner who defines the key: Turnspan, OpenTelemetry, or the GenAI mirror
 * @param key the key with its type
 * @param unit UCUM unit, {@code -} when there is none
 * @param turn when the key is on a turn: empty never, ● always, ○ when known
 * @param step the same for a step
 * @param request the same for a provider request
 * @param tool the same for a tool call
 * @param foreign the same for spans of other instrumentations
 * @param meaning in Markdown
 */
public record AttributeDefinition(
    String owner,
    AttributeKey<?> key,
    String unit,
    String turn,
    String step,
    String request,
    String tool,
    String foreign,
    String meaning) {

  /** The type as the tables write it. */
  public String typeName() {
    AttributeType type = key.getType();
    return switch (type) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case LONG -> "long";
      case DOUBLE -> "double";
      case STRING_ARRAY -> "string[]";
      default -> throw new IllegalStateException("no name for " + type);
    };
  }
}
