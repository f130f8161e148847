/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static dev.turnspan.it.springai.Models.get;
import static dev.turnspan.it.springai.Models.name;
import static dev.turnspan.it.springai.Models.set;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClient.ChatClientRequestSpec;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;

/** Anthropic's and Ollama's models: formats, APIs and libraries of their own. */
final class OtherProviders {

  private static final String ANTHROPIC = "org.springframework.ai.anthropic.";
  private static final String OLLAMA = "org.springframework.ai.ollama.";

  /** Without the path, which the library adds. */
  private static final String HOST = Program.provider().replaceFirst("/v1$", "");

  private OtherProviders() {}

  static void addWholeAnswersTo(Map<String, Scenario> scenarios) {
    addWholeAnswers(scenarios, "anthropic", OtherProviders::anthropic);
    addWholeAnswers(scenarios, "ollama", OtherProviders::ollama);
  }

  static void addStreamsTo(Map<String, Scenario> scenarios) {
    addStreams(scenarios, "anthropic", OtherProviders::anthropic);
    addStreams(scenarios, "ollama", OtherProviders::ollama);
  }

  private static void addWholeAnswers(
      Map<String, Scenario> scenarios, String provider, ModelOfProvider models) {
    scenarios.put(
        provider + "Blocking",
        seen ->
            WholeAnswers.ask(seen, models.named(name("in20-cached8-n2", provider + "Blocking"))));
    scenarios.put(
        provider + "Tool",
        seen -> {
          ChatClient client = Models.client(models.named(name("tool", provider + "Tool")));
          seen.call("answer", () -> withTool(client).call().content());
        });
  }

  private static void addStreams(
      Map<String, Scenario> scenarios, String provider, ModelOfProvider models) {
    scenarios.put(
        provider + "Streaming",
        seen ->
            Streams.read(
                seen,
                models.named(name("gap5-n3", provider + "Streaming")).stream(new Prompt("hi"))));
    if (Models.FIRST && provider.equals("ollama")) {
      // There the library itself fails.
      return;
    }
    scenarios.put(
        provider + "StreamTool",
        seen -> {
          ChatModel model = models.named(name("tool-gap5", provider + "StreamTool"));
          Streams.listen(seen, withTool(Models.client(model)).stream().content());
        });
  }

  private static ChatClientRequestSpec withTool(ChatClient client) {
    return client.prompt().user("hi").toolCallbacks(Models.weather());
  }

  private static ChatModel anthropic(String name) throws ReflectiveOperationException {
    Object options = builder(ANTHROPIC + "AnthropicChatOptions");
    set(options, "model", name);
    set(options, "maxTokens", 100);
    Object model = builder(ANTHROPIC + "AnthropicChatModel");
    if (Models.FROM_OPTIONS) {
      set(options, "baseUrl", HOST);
      set(options, "apiKey", Program.key());
      set(model, "options", get(options, "build"));
    } else {
      Object api = builder(ANTHROPIC + "api.AnthropicApi");
      set(api, "baseUrl", HOST);
      set(api, "apiKey", Program.key());
      set(model, "anthropicApi", get(api, "build"));
      set(model, "defaultOptions", get(options, "build"));
    }
    set(model, "observationRegistry", Observations.REGISTRY);
    return (ChatModel) get(model, "build");
  }

  private static ChatModel ollama(String name) throws ReflectiveOperationException {
    Object options =
        builder(OLLAMA + (Models.FIRST ? "api.OllamaOptions" : "api.OllamaChatOptions"));
    set(options, "model", name);
    Object api = builder(OLLAMA + "api.OllamaApi");
    set(api, "baseUrl", HOST);
    Object model = builder(OLLAMA + "OllamaChatModel");
    set(model, "ollamaApi", get(api, "build"));
    set(model, Models.FROM_OPTIONS ? "options" : "defaultOptions", get(options, "build"));
    set(model, "observationRegistry", Observations.REGISTRY);
    return (ChatModel) get(model, "build");
  }

  private static Object builder(String type) throws ReflectiveOperationException {
    return Class.forName(type).getMethod("builder").invoke(null);
  }

  /** Makes a model that answers by a script. */
  private interface ModelOfProvider {
    ChatModel named(String name) throws ReflectiveOperationException;
  }
}
