/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import dev.turnspan.extension.normalize.NormalizeSettings;
import dev.turnspan.extension.normalize.NormalizerAutoConfiguration;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** What stands before the exporter's processor. */
public enum Pipeline {
  /** Nothing. */
  PLAIN {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      return processor;
    }
  },
  /** Our normalizer, in the way in which the agent puts it there. */
  NORMALIZED {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      ProcessorCustomizer customizer = new ProcessorCustomizer();
      NormalizerAutoConfiguration.customize(customizer, new NormalizeSettings(true, false));
      return customizer.apply(processor);
    }
  },
  /** The peer: a processor that writes six attributes into every span that is about to end. */
  ON_ENDING {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      return SpanProcessor.composite(new EndingSpans(SixAttributes::write), processor);
    }
  },
  /** The same processor for a span that is none of its business. */
  LOOK {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      return SpanProcessor.composite(new EndingSpans(SixAttributes::look), processor);
    }
  },
  /** The other peer: an exporter's wrapper that copies the attributes and adds six. */
  COPY {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      return processor;
    }

    @Override
    Attributes exported(Attributes attributes) {
      return SixAttributes.copied(attributes);
    }
  },
  /** The limit: whoever wants to know what a span carries gets its data and looks at each name. */
  EACH_NAME {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      return SpanProcessor.composite(new EndedSpans(Pipeline::lookAtEachName), processor);
    }
  };

  /** Only written to, so that the look is not optimized away. */
  static int lengths;

  abstract SpanProcessor around(SpanProcessor processor);

  /** What the exporter makes of a span's attributes before it writes them. */
  Attributes exported(Attributes attributes) {
    return attributes;
  }

  private static void lookAtEachName(ReadableSpan span) {
    span.toSpanData().getAttributes().forEach((key, value) -> lengths += key.getKey().length());
  }
}
