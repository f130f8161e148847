/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.SpanCondition;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tables ask about a span.
 *
 * @param scope name of its instrumentation scope
 * @param name its name
 * @param attributes what it carries
 * @param startEpochNanos when it started, 0 where that is not known
 * @param endEpochNanos when it ended, 0 while it is open
 */
record SpanSubject(
    String scope, String name, Attributes attributes, long startEpochNanos, long endEpochNanos) {

  static SpanSubject of(SpanData span) {
    return new SpanSubject(
        span.getInstrumentationScopeInfo().getName(),
        span.getName(),
        span.getAttributes(),
        span.getStartEpochNanos(),
        span.getEndEpochNanos());
  }

  /** A span that may still be open. */
  static SpanSubject of(ReadableSpan span) {
    return new SpanSubject(
        span.getInstrumentationScopeInfo().getName(), span.getName(), span.getAttributes(), 0, 0);
  }

  boolean meets(List<SpanCondition> conditions) {
    for (SpanCondition condition : conditions) {
      if (!meets(condition)) {
        return false;
      }
    }
    return true;
  }

  private boolean meets(SpanCondition condition) {
    String text = condition.text();
    return switch (condition.evidence()) {
      case SCOPE -> scope.startsWith(text);
      case SCOPE_IS -> scope.equals(text);
      case STRING -> attributes.get(AttributeKey.stringKey(text)) != null;
      case HAS -> find(text) != null;
      case LACKS -> find(text) == null;
      case VALUE -> find(text) instanceof String is && is.equalsIgnoreCase(condition.value());
    };
  }

  /** The value of an attribute, whatever its type; null where there is none. */
  @Nullable Object find(String name) {
    Object[] found = new Object[1];
    attributes.forEach(
        (key, value) -> {
          if (key.getKey().equals(name)) {
            found[0] = value;
          }
        });
    return found[0];
  }
}
