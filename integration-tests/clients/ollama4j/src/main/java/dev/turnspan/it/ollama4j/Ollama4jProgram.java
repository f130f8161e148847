/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import io.github.ollama4j.models.chat.OllamaChatMessage;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.chat.OllamaChatResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chats without tools, generation and embeddings; {@link ToolScenarios} has the rest. */
public final class Ollama4jProgram {

  private Ollama4jProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    whole(scenarios, "blocking", "n3");
    whole(scenarios, "usageMissing", "nousage");
    whole(scenarios, "noFinishReason", "nofinish");
    whole(scenarios, "length", "length");
    whole(scenarios, "unauthorized", "status401");
    whole(scenarios, "rateLimited", "status429");
    stream(scenarios, "streaming", "gap5-n3");
    stream(scenarios, "streamUsageMissing", "nousage");
    stream(scenarios, "errorEvent", "errorevent1");
    stream(scenarios, "malformed", "malformed1-gap500-n3");
    stream(scenarios, "cut", "cut1-n3");
    stream(scenarios, "reasoningFirst", "reason2-n3");
    scenarios.put(
        "connectError",
        seen -> chat(seen, Client.of(server(Program.nobody())), "n3", "connectError", null));
    scenarios.put("handlerThrows", Ollama4jProgram::handlerThrows);
    scenarios.put("underServerSpan", seen -> ServerRequest.handle(seen, Ollama4jProgram::twice));
    scenarios.put(
        "generate",
        seen -> seen.call("text", () -> client().generate(model("n3", "generate"), "hi", null)));
    scenarios.put("generateStream", Ollama4jProgram::generateStream);
    scenarios.put("generateAsync", Ollama4jProgram::generateAsync);
    scenarios.put("embeddings", Ollama4jProgram::embeddings);
    ToolScenarios.addTo(scenarios);
    Program.run(scenarios);
  }

  /** The model that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static String server(String baseUrl) {
    return baseUrl.replaceAll("/v1$", "");
  }

  static Client client() throws Exception {
    return Client.of(server(Program.provider()));
  }

  static OllamaChatRequest request(String script, String scenario) {
    OllamaChatRequest request = new OllamaChatRequest();
    request.setModel(model(script, scenario));
    request.setMessages(
        new ArrayList<>(List.of(new OllamaChatMessage(OllamaChatMessageRole.USER, "hi"))));
    return request;
  }

  private static void whole(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> chat(seen, client(), script, name, null));
  }

  private static void stream(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> chat(seen, client(), script, name, part(seen)));
  }

  static Consumer<OllamaChatResponseModel> part(Observation seen) {
    return part -> seen.valueOnThread("part", part);
  }

  static void chat(
      Observation seen,
      Client client,
      String script,
      String name,
      @Nullable Consumer<OllamaChatResponseModel> handler) {
    seen.call("answer", () -> described(client.chat(request(script, name), handler)));
    seen.value("after the call", "goes on");
  }

  /** All of the answer, and the messages that there are by now. */
  private static String described(OllamaChatResult result) {
    return result.getResponseModel() + " " + result.getChatHistory();
  }

  private static void handlerThrows(Observation seen) throws Exception {
    Consumer<OllamaChatResponseModel> handler =
        part -> {
          seen.value("part", part);
          throw new IllegalStateException("enough");
        };
    chat(seen, client(), "hang1-n3", "handlerThrows", handler);
  }

  private static void twice(Observation seen) throws Exception {
    chat(seen, client(), "n3", "underServerSpan", null);
    chat(seen, client(), "n3", "underServerSpan", part(seen));
  }

  private static void generateStream(Observation seen) {
    seen.call(
        "text",
        () ->
            client()
                .generate(
                    model("gap5-n3", "generateStream"), "hi", part -> seen.value("part", part)));
  }

  private static void generateAsync(Observation seen) throws Exception {
    Thread streamer = client().generateAsync(model("n3", "generateAsync"), "hi");
    streamer.join();
    seen.value("text", Reflection.call(streamer, "getCompleteResponse"));
  }

  private static void embeddings(Observation seen) {
    seen.call("vectors", () -> client().embed(model("in7", "embeddings"), List.of("one", "two")));
  }
}
