/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static dev.turnspan.it.springai.Models.name;
import static dev.turnspan.it.springai.Models.openAi;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.embedding.EmbeddingModel;

/** Answers in one piece, of models without the chat client. */
final class WholeAnswers {

  private WholeAnswers() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "blocking", "n3");
    add(scenarios, "usageMissing", "nousage");
    add(scenarios, "detailedUsage", "in20-cached8-reason5-n2");
    add(scenarios, "unauthorized", "status401");
    add(scenarios, "rateLimited", "status429");
    add(scenarios, "noFinishReason", "nofinish");
    add(scenarios, "length", "length");
    add(scenarios, "contentFilter", "filter");
    add(scenarios, "refusal", "refusal");
    scenarios.put("retried", seen -> ask(seen, retrying("fail500x1", "retried")));
    scenarios.put("retriedInVain", seen -> ask(seen, retrying("status502", "retriedInVain")));
    scenarios.put(
        "connectError",
        seen ->
            ask(
                seen,
                openAi(
                    name("n3", "connectError"),
                    Program.nobody(),
                    0,
                    Map.of(),
                    Observations.REGISTRY)));
    scenarios.put(
        "wrappedModel", seen -> ask(seen, new Wrapper(openAi(name("n3", "wrappedModel")))));
    scenarios.put("ownModel", WholeAnswers::ownModel);
    scenarios.put("embeddings", WholeAnswers::embeddings);
    if (!Models.FROM_OPTIONS) {
      scenarios.put("modelLoop", WholeAnswers::loop);
    }
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, openAi(name(script, name))));
  }

  private static ChatModel retrying(String script, String scenario) {
    return openAi(name(script, scenario), Program.provider(), 1, Map.of(), Observations.REGISTRY);
  }

  static void ask(Observation seen, ChatModel model) {
    seen.call("answer", () -> Models.describe(model.call(new Prompt("hi"))));
    seen.value("after the call", "goes on");
  }

  /** A model of 1.x that runs the tools itself: three requests, whose usage it adds up. */
  private static void loop(Observation seen) {
    ask(
        seen,
        openAi(
            name("toolrounds2", "modelLoop"),
            Program.provider(),
            0,
            Map.of("toolCallbacks", List.of(Models.weather(), Models.population())),
            Observations.REGISTRY));
  }

  private static void ownModel(Observation seen) {
    ChatOptions options = ChatOptions.builder().model(name("n3", "ownModel")).build();
    seen.call("answer", () -> Models.describe(new Own().call(new Prompt("hi", options))));
  }

  private static void embeddings(Observation seen) {
    EmbeddingModel model = Models.embeddings(name("n3", "embeddings"));
    seen.call("vector", () -> model.embed("hello there").length > 0);
    seen.call("vectors", () -> model.embed(List.of("one", "two words")).size());
  }

  /** An application's own model around one of the library's. */
  record Wrapper(ChatModel inner) implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
      return inner.call(prompt);
    }
  }

  /** An application's own model, which asks nobody. */
  private static final class Own implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
      return new ChatResponse(List.of(new Generation(new AssistantMessage("made up"))));
    }
  }
}
