/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The tables. Times are nanoseconds since 1970; attributes keep their types in the JSON column. */
final class Schema {

  static final String SPANS =
      """
      create table if not exists spans(
        trace_id varchar not null, span_id varchar not null, parent_span_id varchar,
        name varchar not null, kind varchar not null,
        start_ns bigint not null, end_ns bigint not null,
        status_code varchar not null, status_message varchar,
        attributes json not null, events json not null, links json not null, origin json not null,
        %s,
        primary key (trace_id, span_id))"""
          .formatted(
              Arrays.stream(SpanColumn.values())
                  .map(column -> column.column + " " + column.type)
                  .collect(Collectors.joining(", ")));

  static final String LOGS =
      """
      create table if not exists logs(
        trace_id varchar, span_id varchar, time_ns bigint not null, event_name varchar not null,
        severity varchar not null, body json not null, attributes json not null,
        origin json not null)""";

  /** Rows of one request on their way in: the appender is fast but cannot skip known spans. */
  static final String STAGED = "create temp table staged_spans as from spans limit 0";

  static final String TAKE_STAGED = "insert into spans from staged_spans on conflict do nothing";

  static final String CLEAR_STAGED = "delete from staged_spans";

  private Schema() {}
}
