/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static dev.turnspan.semconv.TurnspanAttributes.FINISH_REASON;
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

import dev.turnspan.semconv.Operations;
import dev.turnspan.semconv.SpanRoles;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What level of a conversation a foreign span stands for. */
final class Roles {

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

  private Roles() {}

  /** The role of a span by what it says of itself. */
  static String of(Candidates facts) {
    String role = facts.get(SPAN_ROLE);
    if (role != null) {
      return role;
    }
    Operations.Meaning byName = Operations.of(Operations.SPAN_NAME, facts.subject().name());
    if (byName != null && byName.spanRole() != null) {
      if (facts.get(OPERATION) == null) {
        facts.set(OPERATION, byName.operation());
      }
      return byName.spanRole();
    }
    if (facts.get(TOOL_NAME) != null || facts.get(TOOL_CALL_ID) != null) {
      return SpanRoles.TOOL_CALL;
    }
    for (AttributeKey<?> key : CALL_EVIDENCE) {
      if (facts.get(key) != null) {
        return SpanRoles.PROVIDER_REQUEST;
      }
    }
    return SpanRoles.OTHER;
  }

  /** The role of a span where it stands: an agent inside another does not run a turn. */
  static String of(Candidates facts, Surroundings around) {
    String role = of(facts);
    boolean convention = role.equals(SpanRoles.TURN) && !facts.isSettled(SPAN_ROLE);
    String nested = convention ? nestedRole(facts) : null;
    return nested != null && around.isInTurn() ? nested : role;
  }

  private static @Nullable String nestedRole(Candidates facts) {
    String source = facts.sourceKey(SPAN_ROLE);
    Object value = source == null ? null : facts.subject().find(source);
    if (source == null || value == null) {
      return null;
    }
    Operations.Meaning meaning = SourceValues.meaning(source, value);
    return meaning == null ? null : meaning.nestedRole();
  }

  /** Whether a span of this role stands for the model calls inside it. */
  static boolean isCall(String role) {
    return !role.equals(SpanRoles.TOOL_CALL) && !role.equals(SpanRoles.RETRIEVAL);
  }
}
