/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.SpanRoles;

/** Of what that we wrote a span of others may be a second account. */
enum Account {
  /** Of nothing: alone, it is the record. */
  NONE,
  /** Of a model call, if the span is about one. */
  CALL,
  /** Of a tool run, if the span is about one. */
  TOOL,
  /** Of whatever it is about. */
  ANY;

  /** Whether what a span of this role stands for has been counted already. */
  boolean covers(String role) {
    return switch (this) {
      case NONE -> false;
      case CALL -> Roles.isCall(role);
      case TOOL -> role.equals(SpanRoles.TOOL_CALL);
      case ANY -> true;
    };
  }
}
