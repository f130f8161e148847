/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads by, from and to; what is refused names what is accepted. */
final class AggregateParameters {

  private AggregateParameters() {}

  static AggregateQuery query(Request request) throws HttpError {
    request.acceptOnly(List.of("by", "from", "to"));
    long from = nanos("from", request.single("from"), 0);
    long to = nanos("to", request.single("to"), Long.MAX_VALUE);
    if (from > to) {
      throw new HttpError(400, "from is after to");
    }
    return new AggregateQuery(by(request), from, to);
  }

  /** One or two, comma separated or repeated. */
  private static List<Dimension> by(Request request) throws HttpError {
    List<Dimension> chosen = new ArrayList<>();
    for (String list : request.parameter("by")) {
      for (String key : list.split(",", -1)) {
        Dimension dimension = Dimension.of(key.trim()).orElse(null);
        if (dimension == null || chosen.contains(dimension)) {
          throw unacceptable();
        }
        chosen.add(dimension);
      }
    }
    if (chosen.isEmpty() || chosen.size() > 2) {
      throw unacceptable();
    }
    return chosen;
  }

  private static HttpError unacceptable() {
    return new HttpError(400, "bad by (accepted: one or two of " + Dimension.accepted() + ")");
  }

  private static long nanos(String name, String text, long missing) throws HttpError {
    if (text.isEmpty()) {
      return missing;
    }
    try {
      Instant instant =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (DateTimeException | ArithmeticException malformed) {
      throw new HttpError(
          400,
          "bad "
              + name
              + " (accepted: a date as 2026-01-31, or an instant as"
              + " 2026-01-31T12:00:00Z)");
    }
  }
}
