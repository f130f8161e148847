/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import com.google.genai.ResponseStream;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.it.program.Observation;

/** What is noted of an answer: newer versions put its headers, a date among them, into it. */
final class Answers {

  private Answers() {}

  static String of(GenerateContentResponse response) {
    return response.candidates()
        + " "
        + response.promptFeedback()
        + " "
        + response.usageMetadata()
        + " "
        + response.modelVersion()
        + " "
        + response.automaticFunctionCallingHistory().map(java.util.List::size);
  }

  static String of(EmbedContentResponse response) {
    return String.valueOf(response.embeddings());
  }

  /** Reads a stream to its end. */
  static void read(Observation seen, ResponseStream<GenerateContentResponse> stream) {
    for (GenerateContentResponse chunk : stream) {
      seen.value("chunk", of(chunk));
    }
    seen.value("end", true);
  }
}
