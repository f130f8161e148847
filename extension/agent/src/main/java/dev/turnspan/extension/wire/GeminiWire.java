/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gemini, at Google AI and at Vertex AI. The path names the model, and whether it streams. */
final class GeminiWire implements WireFormat {

  private static final FactTable REQUEST =
      new FactTable()
          .at("contents[].parts[].functionResponse.id", Fact.RESULT_ID)
          .ends("contents[].parts[]", Fact.RESULT_END)
          .when("contents[].role", "model", Fact.OLD_ANSWER)
          .ends("contents[]", Fact.MESSAGE_END);

  private static final FactTable ANSWER =
      new FactTable()
          .at("modelVersion", Fact.MODEL)
          .at("responseId", Fact.ID)
          .at("candidates[].finishReason", Fact.FINISH_REASON)
          .at("candidates[].content.parts[].text", Fact.TEXT)
          .at("candidates[].content.parts[].thought", Fact.IS_REASONING)
          .at("candidates[].content.parts[].functionCall.name", Fact.TOOL_CALL)
          .at("candidates[].content.parts[].functionCall.name", Fact.TOOL_REQUEST)
          .at("candidates[].content.parts[].functionCall.name", Fact.TOOL_NAME)
          .at("candidates[].content.parts[].functionCall.id", Fact.TOOL_ID)
          .ends("candidates[].content.parts[].functionCall", Fact.TOOL_END)
          // A prompt that was blocked has no candidate.
          .at("promptFeedback.blockReason", Fact.FINISH_REASON)
          .at("usageMetadata.promptTokenCount", Fact.INPUT)
          .at("usageMetadata.toolUsePromptTokenCount", Fact.MORE_INPUT)
          .at("usageMetadata.candidatesTokenCount", Fact.OUTPUT)
          .at("usageMetadata.cachedContentTokenCount", Fact.CACHE_READ)
          .at("usageMetadata.thoughtsTokenCount", Fact.REASONING_TOKENS)
          .at("error.message", Fact.ERROR);

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.chat(":generateContent").operation("generate_content"),
        Endpoint.chat(":streamGenerateContent").operation("generate_content").streaming(),
        Endpoint.embeddings(":embedContent"),
        Endpoint.embeddings(":batchEmbedContents"));
  }

  @Override
  public String provider() {
    return "gcp.gemini";
  }

  @Override
  public FactTable request() {
    return REQUEST;
  }

  @Override
  public FactTable answer() {
    return ANSWER;
  }

  @Override
  public @Nullable String modelIn(String url) {
    String model = Endpoint.between(url, "odels/", ":");
    return model == null ? Endpoint.between(url, "/", ":") : model;
  }

  @Override
  public boolean outputLeavesOutReasoning() {
    return true;
  }

  @Override
  public boolean saysStopForTools() {
    return true;
  }
}
