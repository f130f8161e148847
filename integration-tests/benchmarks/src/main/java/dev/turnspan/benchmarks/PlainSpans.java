/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The spans that the engine writes for a call, written by hand: same names, kinds, nesting and
 * attributes, so that only the engine's own work is missing.
 */
final class PlainSpans {

  private final Tracer tracer;
  private final List<Template> outermostFirst;

  private PlainSpans(Tracer tracer, List<Template> outermostFirst) {
    this.tracer = tracer;
    this.outermostFirst = outermostFirst;
  }

  /** Looks at what the engine writes for the work. */
  static PlainSpans like(Runnable work, Tracer tracer) {
    List<ReadableSpan> ended = new ArrayList<>();
    Chats.install(EndedSpans.tracer("record", new EndedSpans(ended::add)));
    work.run();
    List<Template> templates = new ArrayList<>();
    ended.forEach(span -> templates.add(Template.of(span.toSpanData())));
    // A parent ends after its children.
    Collections.reverse(templates);
    return new PlainSpans(tracer, templates);
  }

  /** Starts the spans, makes the innermost one current as a call does, and ends them. */
  @SuppressWarnings("try") // The scope is only there to be closed.
  void write() {
    int count = outermostFirst.size();
    Span[] spans = new Span[count];
    Context context = Context.current();
    for (int i = 0; i < count; i++) {
      Template template = outermostFirst.get(i);
      spans[i] =
          tracer
              .spanBuilder(template.name)
              .setSpanKind(template.kind)
              .setParent(context)
              .startSpan();
      template.write(spans[i]);
      context = context.with(spans[i]);
    }
    try (Scope scope = context.makeCurrent()) {
      for (int i = count - 1; i >= 0; i--) {
        spans[i].end();
      }
    }
  }

  private static final class Template {

    private final String name;
    private final SpanKind kind;
    private final List<AttributeKey<Object>> keys = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Template(String name, SpanKind kind) {
      this.name = name;
      this.kind = kind;
    }

    @SuppressWarnings("unchecked") // Each value is of its key's type, as it comes with it.
    static Template of(SpanData span) {
      Template template = new Template(span.getName(), span.getKind());
      span.getAttributes()
          .forEach(
              (key, value) -> {
                template.keys.add((AttributeKey<Object>) key);
                template.values.add(value);
              });
      return template;
    }

    void write(Span span) {
      for (int i = 0; i < keys.size(); i++) {
        span.setAttribute(keys.get(i), values.get(i));
      }
    }
  }
}
