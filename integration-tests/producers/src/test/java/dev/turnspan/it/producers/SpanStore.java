/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import java.util.List;
import java.util.Map;

/** A database with a table of spans, and the queries of {@code examples/queries}. */
interface SpanStore extends AutoCloseable {

  /** Stores these spans instead of those that are there. */
  void replace(List<StoredSpan> spans);

  /** Runs the generated statements, after which there is the view {@code turnspan_span}. */
  void normalize();

  /** The rows of an answer: by column, without those that are null. */
  List<Map<String, String>> rows(String query);

  /** The table of spans. */
  String table();

  /** How the engine reads an attribute of a span of the table. */
  String text(String key);

  /** The same for a whole number; null if it is absent. */
  String number(String key);

  @Override
  void close();
}
