/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static dev.turnspan.it.turns.Table.model;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/** Frameworks that have a unit of work of their own. */
final class Frameworks {

  private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

  private Frameworks() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("service", seen -> service(seen, "tools2", "service"));
    scenarios.put(
        "serviceServed",
        seen -> ServerRequest.handle(seen, inside -> service(inside, "tools2", "serviceServed")));
    scenarios.put("servicePooledTools", Frameworks::pooledTools);
    scenarios.put("serviceStream", seen -> stream(seen, "serviceStream"));
    scenarios.put(
        "serviceStreamServed",
        seen -> ServerRequest.handle(seen, inside -> stream(inside, "serviceStreamServed")));
    scenarios.put("serviceMaxSteps", seen -> service(seen, "toolrounds9", "serviceMaxSteps"));
    scenarios.put("client", seen -> seen.value("answer", client("client").call().content()));
    scenarios.put(
        "clientServed",
        seen ->
            ServerRequest.handle(
                seen, inside -> inside.value("answer", client("clientServed").call().content())));
    scenarios.put(
        "clientStreamServed",
        seen ->
            ServerRequest.handle(
                seen,
                inside ->
                    inside.value(
                        "answer",
                        client("clientStreamServed").stream()
                            .content()
                            .doOnNext(text -> inside.ownContext("with a piece"))
                            .collectList()
                            .block())));
  }

  /** An AI service of an application. */
  public interface Assistant {
    String chat(@MemoryId String conversation, @UserMessage String message);

    TokenStream stream(@MemoryId String conversation, @UserMessage String message);
  }

  private static AiServices<Assistant> assistant() {
    return AiServices.builder(Assistant.class)
        .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20))
        .maxToolCallingRoundTrips(2)
        .tools(new Weather());
  }

  private static void service(Observation seen, String script, String scenario) {
    Assistant assistant =
        assistant().chatModel(LangChain4jDialog.model(model(script, scenario))).build();
    seen.call("answer", () -> assistant.chat("c-" + scenario, "hi"));
  }

  private static void pooledTools(Observation seen) {
    Assistant assistant =
        assistant()
            .chatModel(LangChain4jDialog.model(model("tools2", "servicePooledTools")))
            .executeToolsConcurrently(POOL)
            .build();
    seen.call("answer", () -> assistant.chat("c-servicePooledTools", "hi"));
  }

  private static void stream(Observation seen, String scenario) throws InterruptedException {
    Assistant assistant =
        assistant()
            .streamingChatModel(
                OpenAiStreamingChatModel.builder()
                    .baseUrl(Program.provider())
                    .apiKey(Program.key())
                    .modelName(model("tool", scenario))
                    .build())
            .build();
    CountDownLatch done = new CountDownLatch(1);
    assistant.stream("c-" + scenario, "hi")
        .onPartialResponse(text -> seen.ownContext("with a piece"))
        .onCompleteResponse(
            response -> {
              seen.ownContext("with the answer");
              done.countDown();
            })
        .onError(failure -> seen.failure("failure", failure))
        .start();
    seen.await("the answer", done);
  }

  private static ChatClient.ChatClientRequestSpec client(String scenario) {
    OpenAiChatModel model =
        OpenAiChatModel.builder()
            .openAiApi(
                OpenAiApi.builder()
                    .baseUrl(Program.provider().replace("/v1", ""))
                    .apiKey(Program.key())
                    .build())
            .defaultOptions(
                OpenAiChatOptions.builder()
                    .model(model("tool", scenario))
                    .streamUsage(true)
                    .build())
            .build();
    return ChatClient.create(model).prompt().user("hi").toolCallbacks(weather());
  }

  private static ToolCallback weather() {
    return FunctionToolCallback.<Map<String, Object>, String>builder("weather", city -> "sunny")
        .description("Tells the weather")
        .inputType(Map.class)
        .build();
  }

  /** A tool of an AI service. It runs in its span, so that what it does is seen below that. */
  public static final class Weather {

    /** Two at the same time are allowed. */
    @Tool("Tells the weather")
    public String weather(String city) {
      return "sunny";
    }
  }
}
