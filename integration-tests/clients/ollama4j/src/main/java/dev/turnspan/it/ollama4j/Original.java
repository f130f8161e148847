/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import io.github.ollama4j.OllamaAPI;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.chat.OllamaChatResult;
import io.github.ollama4j.tools.ToolFunction;
import io.github.ollama4j.tools.Tools;
import io.github.ollama4j.utils.OptionsBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Until 1.1.0. */
final class Original implements Client {

  private final OllamaAPI api;

  Original(String server) throws Exception {
    acceptWhatIsNew();
    api = new OllamaAPI(server);
    api.setVerbose(false);
    api.setRequestTimeoutSeconds(30);
  }

  /** What servers have added since: ids of tool calls, reasoning. */
  private static void acceptWhatIsNew() throws Exception {
    Object feature =
        Class.forName("com.fasterxml.jackson.databind.DeserializationFeature")
            .getField("FAIL_ON_UNKNOWN_PROPERTIES")
            .get(null);
    Object mapper = Reflection.callStatic("io.github.ollama4j.utils.Utils", "getObjectMapper");
    Reflection.run(mapper, "configure", feature, false);
  }

  @Override
  public OllamaChatResult chat(
      OllamaChatRequest request, @Nullable Consumer<OllamaChatResponseModel> handler)
      throws Exception {
    return api.chatStreaming(request, handler == null ? null : handler::accept);
  }

  @Override
  public void tool(String name, ToolFunction function) {
    Tools.PromptFuncDefinition.PromptFuncSpec spec =
        Tools.PromptFuncDefinition.PromptFuncSpec.builder()
            .name(name)
            .description("a tool")
            .parameters(
                Tools.PromptFuncDefinition.Parameters.builder()
                    .type("object")
                    .properties(new HashMap<>())
                    .required(List.of())
                    .build())
            .build();
    api.registerTool(
        Tools.ToolSpecification.builder()
            .functionName(name)
            .functionDescription("a tool")
            .toolFunction(function)
            .toolPrompt(
                Tools.PromptFuncDefinition.builder().type("function").function(spec).build())
            .build());
  }

  @Override
  public String generate(String model, String prompt, @Nullable Consumer<String> handler)
      throws Exception {
    return api.generate(
            model,
            prompt,
            /* raw= */ false,
            new OptionsBuilder().build(),
            handler == null ? null : handler::accept)
        .getResponse();
  }

  /** Not raw; since 1.1.0 it wants to know whether to think as well. */
  @Override
  public Thread generateAsync(String model, String prompt) throws Exception {
    return (Thread) Reflection.call(api, "generateAsync", model, prompt, false, false);
  }

  @Override
  public Object embed(String model, List<String> texts) throws Exception {
    return api.embed(model, texts);
  }
}
