/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import dev.turnspan.extension.normalize.NormalizeSettings;
import dev.turnspan.extension.normalize.NormalizerAutoConfiguration;
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
      return SpanProcessor.composite(new SixAttributes(), processor);
    }
  },
  /** The limit: whoever wants to know what a span carries gets its data and looks at each name. */
  EACH_NAME {
    @Override
    SpanProcessor around(SpanProcessor processor) {
      return SpanProcessor.composite(new EachName(), processor);
    }
  };

  abstract SpanProcessor around(SpanProcessor processor);
}
