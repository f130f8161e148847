/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import com.google.genai.types.Type;
import dev.turnspan.it.program.Program;
import java.util.ArrayList;
import java.util.List;

/** google-genai. */
final class GeminiDialog implements Dialog {

  private static final Client CLIENT =
      Client.builder()
          .apiKey(Program.key())
          .vertexAI(false)
          .httpOptions(
              HttpOptions.builder()
                  .baseUrl(Program.provider())
                  .retryOptions(HttpRetryOptions.builder().attempts(1).build())
                  .build())
          .build();
  private static final GenerateContentConfig TOOLS =
      GenerateContentConfig.builder()
          .tools(
              List.of(
                  Tool.builder()
                      .functionDeclarations(
                          ToolSchemas.NAMES.stream().map(GeminiDialog::function).toList())
                      .build()))
          .build();

  private final String model;
  private final List<Content> contents = new ArrayList<>();
  private final List<Part> results = new ArrayList<>();

  GeminiDialog(String model) {
    this.model = model;
    contents.add(Content.builder().role("user").parts(List.of(Part.fromText("hi"))).build());
  }

  private static FunctionDeclaration function(String name) {
    return FunctionDeclaration.builder()
        .name(name)
        .description(name + " of somewhere")
        .parameters(Schema.builder().type(new Type("OBJECT")).build())
        .build();
  }

  @Override
  public List<ToolCall> ask() {
    if (!results.isEmpty()) {
      contents.add(Content.builder().role("user").parts(List.copyOf(results)).build());
      results.clear();
    }
    GenerateContentResponse answer = CLIENT.models.generateContent(model, contents, TOOLS);
    Content said = answer.candidates().orElseThrow().get(0).content().orElseThrow();
    contents.add(said);
    return said.parts().orElse(List.of()).stream()
        .flatMap(part -> part.functionCall().stream())
        .map(call -> new ToolCall(call.id().orElse(""), call.name().orElse("")))
        .toList();
  }

  @Override
  public void result(ToolCall call, String text) {
    results.add(
        Part.fromJson(
            "{\"functionResponse\":{\"id\":\""
                + call.id()
                + "\",\"name\":\""
                + call.name()
                + "\",\"response\":{\"result\":\""
                + text
                + "\"}}}"));
  }
}
