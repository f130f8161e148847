/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import static dev.turnspan.it.ollama.Models.blocking;
import static dev.turnspan.it.ollama.Models.name;
import static dev.turnspan.it.ollama.Models.streaming;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.service.AiServices;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What is particular to Ollama; what LangChain4j does itself is tested with another provider. */
public final class OllamaProgram {

  private OllamaProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    whole(scenarios, "blocking", "n3");
    whole(scenarios, "reasoning", "reason2-n3");
    whole(scenarios, "usageMissing", "nousage");
    whole(scenarios, "length", "length");
    whole(scenarios, "unauthorized", "status401");
    scenarios.put(
        "retried", seen -> ask(seen, blocking(name("fail500x1", "retried")).maxRetries(1).build()));
    stream(scenarios, "streaming", "gap5-n3");
    stream(scenarios, "reasoningFirst", "reason2-n3");
    stream(scenarios, "streamUsageMissing", "nousage");
    stream(scenarios, "cut", "cut1-n3");
    stream(scenarios, "unauthorizedStream", "status401");
    scenarios.put("serviceTool", OllamaProgram::serviceTool);
    scenarios.put("embeddings", OllamaProgram::embeddings);
    Program.run(scenarios);
  }

  private static void whole(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, blocking(name(script, name)).build()));
  }

  private static void stream(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, streaming(name(script, name))));
  }

  private static ChatRequest request() {
    return ChatRequest.builder().messages(UserMessage.from("hi")).build();
  }

  private static void ask(Observation seen, ChatModel model) {
    seen.call("answer", () -> Models.describe(model.chat(request())));
    seen.value("after the call", "goes on");
  }

  private static void read(Observation seen, StreamingChatModel model) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    model.chat(
        request(),
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String part) {
            seen.value("part", part);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            seen.value("complete", Models.describe(response));
            done.countDown();
          }

          @Override
          public void onError(Throwable failure) {
            seen.value("failure", failure.getClass());
            done.countDown();
          }
        });
    seen.await("end", done);
  }

  private static void serviceTool(Observation seen) {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(blocking(name("tool", "serviceTool")).build())
            .tools(new Weather())
            .build();
    seen.call("answer", () -> assistant.chat("hi"));
  }

  private static void embeddings(Observation seen) {
    OllamaEmbeddingModel model =
        OllamaEmbeddingModel.builder()
            .baseUrl(Models.server(Program.provider()))
            .modelName(name("in7", "embeddings"))
            .maxRetries(0)
            .build();
    seen.call(
        "vectors",
        () -> model.embedAll(List.of(TextSegment.from("one"), TextSegment.from("two"))).content());
  }

  /** A service that knows no conversations. */
  interface Assistant {
    String chat(String message);
  }

  /** A tool that answers. */
  static final class Weather {
    @Tool("Tells the weather")
    String weather(String city) {
      return "sunny";
    }
  }
}
