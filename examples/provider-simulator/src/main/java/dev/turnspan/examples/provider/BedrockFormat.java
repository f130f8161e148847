/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The bodies of one model family, or of Converse. */
interface BedrockFormat {

  /** What a request asks; the model and whether it streams are in the path. */
  Prompt prompt(String model, boolean stream, ObjectNode body) throws ApiError;

  ObjectNode whole(AnswerPlan plan);

  StreamFormat stream(AnswerPlan plan, Sink sink);

  /** Where the events of a stream go. */
  interface Sink {

    void event(String type, ObjectNode event) throws IOException;

    /** An exception in place of the rest. */
    void exception() throws IOException;
  }

  /** Tokens of the prompt that were neither read from a cache nor written to it. */
  static int fresh(Usage usage) {
    return usage.input() - usage.cached() - written(usage);
  }

  static int written(Usage usage) {
    return Math.max(0, usage.cacheWrite());
  }

  /** What Bedrock adds to the last event of whatever model family. */
  static ObjectNode withMetrics(ObjectNode event, Usage usage) {
    if (usage.reported()) {
      event
          .putObject("amazon-bedrock-invocationMetrics")
          .put("inputTokenCount", fresh(usage))
          .put("outputTokenCount", usage.output())
          .put("cacheReadInputTokenCount", usage.cached())
          .put("cacheWriteInputTokenCount", written(usage))
          .put("invocationLatency", 1)
          .put("firstByteLatency", 1);
    }
    return event;
  }
}
