/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.FinishReasons;
import dev.turnspan.semconv.Operations;
import dev.turnspan.semconv.Placeholders;
import dev.turnspan.semconv.Providers;
import dev.turnspan.semconv.ValueRule;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the value of a source attribute by its rule. Null means: it says nothing usable. */
final class SourceValues {

  // Above this a count is no count, and a double no longer holds every whole number.
  private static final long MAX_COUNT = 1L << 53;

  // Longer texts are no numbers; parsing them would only cost time.
  private static final int MAX_DIGITS = 32;

  private static final String UNCLASSIFIED_ERROR = "_OTHER";

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
      case ERROR_FLAG -> errorFlag(value);
      case URL_HOST -> urlHost(value);
    };
  }

  static boolean isPlaceholder(Object value) {
    return value instanceof String text && Placeholders.isPlaceholder(text);
  }

  private static @Nullable String text(Object value) {
    if (value instanceof String text) {
      return Placeholders.isPlaceholder(text) ? null : text;
    }
    return value instanceof Number || value instanceof Boolean ? value.toString() : null;
  }

  private static @Nullable Long count(Object value) {
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
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
  }

  private static String unquoted(String text) {
    String stripped = text.strip();
    boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
    return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
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

  private static Operations.@Nullable Meaning meaning(String sourceKey, Object value) {
    return value instanceof String text ? Operations.of(sourceKey, unquoted(text)) : null;
  }

  private static @Nullable String errorFlag(Object value) {
    String text = value.toString().toLowerCase(Locale.ROOT);
    return text.equals("error") || text.equals("false") ? UNCLASSIFIED_ERROR : null;
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
