/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.blocking;
import static dev.turnspan.it.langchain4j.Models.name;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.Map;

/** Answers in one piece. */
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
    add(scenarios, "malformedWhole", "malformed0");
    add(scenarios, "cutWhole", "cut0");
    scenarios.put(
        "retried", seen -> ask(seen, blocking(name("fail500x1", "retried")).maxRetries(1).build()));
    scenarios.put(
        "retriedInVain",
        seen -> ask(seen, blocking(name("status502", "retriedInVain")).maxRetries(1).build()));
    scenarios.put(
        "connectError",
        seen -> ask(seen, blocking(name("n3", "connectError")).baseUrl(Program.nobody()).build()));
    addModels(scenarios);
  }

  /** Models that an application makes of others. */
  private static void addModels(Map<String, Scenario> scenarios) {
    scenarios.put(
        "modelOfRequest",
        seen -> {
          ChatRequest request =
              ChatRequest.builder()
                  .messages(UserMessage.from("hi"))
                  .modelName(name("n3", "modelOfRequest"))
                  .build();
          ChatModel model = blocking(name("n9", "unused")).build();
          seen.call("answer", () -> Models.describe(model.chat(request)));
        });
    scenarios.put(
        "wrappedModel",
        seen -> ask(seen, new Wrapper(blocking(name("n3", "wrappedModel")).build())));
    scenarios.put(
        "fallbackModel",
        seen ->
            ask(
                seen,
                new Fallback(
                    blocking(name("status503", "fallbackModel")).build(),
                    blocking(name("n3", "fallbackModel")).build())));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, blocking(name(script, name)).build()));
  }

  static void ask(Observation seen, ChatModel model) {
    seen.call("answer", () -> Models.describe(model.chat(request())));
    seen.value("after the call", "goes on");
  }

  static ChatRequest request() {
    return ChatRequest.builder().messages(UserMessage.from("hi")).build();
  }

  /** An application's own model around one of the library's. */
  private record Wrapper(OpenAiChatModel inner) implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      return inner.chat(request);
    }
  }

  /** Asks another model if the first one fails. */
  private record Fallback(OpenAiChatModel first, OpenAiChatModel second) implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      try {
        return first.chat(request);
      } catch (RuntimeException e) {
        return second.chat(request);
      }
    }
  }
}
