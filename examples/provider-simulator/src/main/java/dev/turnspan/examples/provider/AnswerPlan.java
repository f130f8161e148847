/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.List;

/**
 * One answer before it takes a wire format. {@code key} is unique among the answers of a server and
 * the stem of all ids.
 */
record AnswerPlan(
    String key, Pace pace, List<Part> parts, Finish finish, Usage usage, Fault fault) {

  /** The start of 2026. A clock would make two runs differ. */
  static final long CREATED = 1_767_225_600L;

  List<Part> parts(Part.Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).toList();
  }

  boolean has(Part.Kind kind) {
    return parts.stream().anyMatch(part -> part.kind() == kind);
  }

  /** The joined text of all parts of a kind. */
  String text(Part.Kind kind) {
    return String.join("", parts(kind).stream().map(Part::text).toList());
  }
}
