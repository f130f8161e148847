/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.FinishReasons;
import dev.turnspan.semconv.Operations;
import dev.turnspan.semconv.Placeholders;
import dev.turnspan.semconv.Providers;
import dev.turnspan.semconv.ValueMaps;
import dev.turnspan.semconv.ValueRule;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of a source attribute by its rule. Null means: it says nothing usable. */
final class SourceValues {

  // Above this a count is no count, and a double no longer holds every whole number.
  private static final long MAX_COUNT = 1L << 53;

  // Nanoseconds and a zone fit in.
  private static final int MAX_TIMESTAMP = 64;

  // Longer texts are no numbers; parsing them would only cost time.
  private static final int MAX_DIGITS = 32;

  // No answer takes so many seconds; so many nanoseconds are a millisecond.
  private static final double NANOS_FROM = 1e6;

  // When the choices of one answer ended differently, the one that a reader must know of first.
  private static final List<String> TELLING_REASONS =
      List.of("length", "content_filter", "refusal", "tool_calls", "stop");

  private SourceValues() {}

  static @Nullable Object read(ValueRule rule, String sourceKey, Object value) {
    return switch (rule) {
      case TEXT -> text(value);
      case COUNT -> count(value);
      case NUMBER -> number(value);
      case BOOLEAN -> truth(value);
      case SECONDS -> millis(value, 1e3);
      case MILLIS -> millis(value, 1);
      case MICROS -> millis(value, 1e-3);
      case NANOS -> millis(value, 1e-6);
      case SECONDS_OR_NANOS -> secondsOrNanos(value);
      // Says when, not how long: see sinceStart.
      case TIMESTAMP -> null;
      case FINISH_REASON -> finishReason(value);
      case PROVIDER -> Providers.canonical(text(value));
      case PROVIDER_HOST -> Providers.ofHost(text(value));
      case OPERATION -> {
        Operations.Meaning meaning = meaning(sourceKey, value);
        yield meaning == null ? null : meaning.operation();
      }
      case SPAN_ROLE -> {
        Operations.Meaning meaning = meaning(sourceKey, value);
        yield meaning == null ? null : meaning.spanRole();
      }
      case ERROR_FLAG, CANCELED, API -> ValueMaps.canonical(rule, value.toString());
      case URL_HOST -> urlHost(value);
      case STEP_INDEX -> stepId(value, 0);
      case STEP_NUMBER -> stepId(value, 1);
    };
  }

  static boolean isPlaceholder(Object value) {
    return value instanceof String text && Placeholders.isPlaceholder(text);
  }

  private static @Nullable String text(Object value) {
    if (value instanceof String text) {
      // A text that is written as JSON has quotes of its own.
      String plain = unquoted(text);
      return Placeholders.isPlaceholder(text) || Placeholders.isPlaceholder(plain) ? null : plain;
    }
    return value instanceof Number || value instanceof Boolean ? value.toString() : null;
  }

  private static @Nullable Long count(Object value) {
    if (value instanceof Long count) {
      return count < 0 || count > MAX_COUNT ? null : count;
    }
    Double number = number(value);
    if (number == null || number < 0 || number > MAX_COUNT || number != Math.rint(number)) {
      return null;
    }
    return number.longValue();
  }

  private static @Nullable Long millis(Object value, double factor) {
    Double number = number(value);
    if (number == null || number < 0 || number * factor > MAX_COUNT) {
      return null;
    }
    return Math.round(number * factor);
  }

  private static @Nullable Long secondsOrNanos(Object value) {
    Double number = number(value);
    return millis(value, number != null && number >= NANOS_FROM ? 1e-6 : 1e3);
  }

  /** Milliseconds from a span's start to a wall clock time within it. */
  static @Nullable Long sinceStart(Object value, SpanSubject span) {
    String text = text(value);
    if (text == null || span.startEpochNanos() == 0 || text.length() > MAX_TIMESTAMP) {
      return null;
    }
    try {
      Instant time = DateTimeFormatter.ISO_DATE_TIME.parse(text, SourceValues::instant);
      long nanos = ChronoUnit.NANOS.between(Instant.EPOCH, time) - span.startEpochNanos();
      boolean within = nanos >= 0 && nanos <= span.endEpochNanos() - span.startEpochNanos();
      return within ? Math.round(nanos / 1e6) : null;
    } catch (DateTimeException | ArithmeticException noTime) {
      return null;
    }
  }

  /** A time without an offset is taken for UTC. */
  private static Instant instant(TemporalAccessor time) {
    return time.isSupported(ChronoField.INSTANT_SECONDS)
        ? Instant.from(time)
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable String stepId(Object value, long first) {
    Long number = count(value);
    return number == null || number < first ? null : StepIds.part(number - first);
  }

  private static @Nullable Double number(Object value) {
    if (value instanceof Number number) {
      return Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }
    String text = value instanceof String string ? unquoted(string) : "";
    if (text.isEmpty() || text.length() > MAX_DIGITS || !isDecimal(text)) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /** Keeps out what else {@link Double#parseDouble} takes: hexadecimal, suffixes, NaN. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String unquoted(String text) {
    String stripped = text.strip();
    int last = stripped.length() - 1;
    boolean quoted = last > 0 && stripped.charAt(0) == '"' && stripped.charAt(last) == '"';
    return quoted ? stripped.substring(1, last) : stripped;
  }

  private static @Nullable Boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    String text = value instanceof String string ? unquoted(string) : "";
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? false : null;
  }

  private static @Nullable String finishReason(Object value) {
    if (value instanceof List<?> reasons) {
      return tellingReason(reasons);
    }
    if (value instanceof String text) {
      String stripped = text.strip();
      return stripped.startsWith("[")
          ? tellingReason(TextArray.parse(stripped))
          : FinishReasons.canonical(unquoted(stripped));
    }
    return null;
  }

  private static @Nullable String tellingReason(List<?> reasons) {
    String first = null;
    int telling = TELLING_REASONS.size();
    for (Object reason : reasons) {
      String canonical = reason instanceof String text ? FinishReasons.canonical(text) : null;
      first = first == null ? canonical : first;
      int rank = canonical == null ? -1 : TELLING_REASONS.indexOf(canonical);
      telling = rank >= 0 ? Math.min(telling, rank) : telling;
    }
    boolean ranked = first != null && TELLING_REASONS.contains(first);
    return ranked ? TELLING_REASONS.get(telling) : first;
  }

  static Operations.@Nullable Meaning meaning(String sourceKey, Object value) {
    boolean readable = value instanceof String || value instanceof Boolean;
    return readable ? Operations.of(sourceKey, unquoted(value.toString())) : null;
  }

  private static @Nullable String urlHost(Object value) {
    String text = text(value);
    try {
      return text == null ? null : URI.create(text.strip()).getHost();
    } catch (IllegalArgumentException noUrl) {
      return null;
    }
  }
}
