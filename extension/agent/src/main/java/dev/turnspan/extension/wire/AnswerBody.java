/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the body of an answer is framed and packed. */
final class AnswerBody {

  /** Whether a body of this type is a stream of events, whatever was asked for. */
  static boolean isStream(@Nullable String contentType) {
    return isEvents(lower(contentType)) || isLines(lower(contentType));
  }

  /** Reads a body and tells what it says; null if it is packed in a way that is not known. */
  static @Nullable BodyReader reader(
      AnswerFacts facts,
      WireFormat format,
      @Nullable String contentType,
      @Nullable String contentEncoding) {
    String type = lower(contentType);
    JsonScanner scanner = new JsonScanner(format.answer(), facts);
    BodyReader reader;
    if (isEvents(type)) {
      reader = new EventStreamReader(scanner);
    } else if (isLines(type)) {
      reader = new LinesReader(scanner);
    } else {
      reader = scanner::read;
    }
    return switch (lower(contentEncoding).strip()) {
      case "", "identity" -> reader;
      case "gzip", "x-gzip" -> new GzipReader(reader);
      default -> null;
    };
  }

  private static boolean isEvents(String type) {
    return type.startsWith("text/event-stream");
  }

  private static boolean isLines(String type) {
    return type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines");
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  private AnswerBody() {}
}
