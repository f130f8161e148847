/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static dev.turnspan.it.jdkhttp.Requests.body;
import static dev.turnspan.it.jdkhttp.Requests.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.net.http.HttpRequest;
import java.util.Map;

/** What other providers speak, plain and as streams. */
final class Formats {

  private static final String STREAM = ",'stream':true";

  private Formats() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("responses", seen -> plain(seen, responses("n3", "responses", "")));
    scenarios.put(
        "responsesStreaming",
        seen -> stream(seen, responses("reason2-n3", "responsesStreaming", STREAM)));
    scenarios.put(
        "responsesChain",
        seen -> plain(seen, responses("n2", "responsesChain", ",'conversation':{'id':'conv-7'}")));
    scenarios.put(
        "responsesErrorEvent",
        seen -> stream(seen, responses("errorevent1-n3", "responsesErrorEvent", STREAM)));
    scenarios.put(
        "anthropic", seen -> plain(seen, messages("in20-cached8-cachewrite3-n3", "anthropic", "")));
    scenarios.put(
        "anthropicStreaming",
        seen -> stream(seen, messages("in20-cached8-reason2-n3", "anthropicStreaming", STREAM)));
    scenarios.put(
        "anthropicErrorEvent",
        seen -> stream(seen, messages("errorevent1-n3", "anthropicErrorEvent", STREAM)));
    scenarios.put(
        "anthropicOverloaded",
        seen -> plain(seen, messages("status529", "anthropicOverloaded", "")));
    scenarios.put("ollama", seen -> plain(seen, ollama("n3", "ollama", ",'stream':false")));
    scenarios.put(
        "ollamaStreaming", seen -> stream(seen, ollama("reason2-n3", "ollamaStreaming", "")));
    scenarios.put("ollamaGenerate", seen -> stream(seen, generate("n3", "ollamaGenerate")));
    scenarios.put("ollamaCut", seen -> stream(seen, ollama("gap20-cut1-n3", "ollamaCut", "")));
    scenarios.put("embeddings", Formats::embeddings);
  }

  private static void plain(Observation seen, HttpRequest request) {
    WholeAnswers.ask(seen, request);
  }

  private static void stream(Observation seen, HttpRequest request) {
    Streams.read(seen, request);
  }

  private static HttpRequest responses(String script, String name, String more) {
    return Requests.toProvider(
        "/v1/responses", "{'input':'hi','model':'" + model(script, name) + "'" + more + "}");
  }

  private static HttpRequest messages(String script, String name, String more) {
    return Requests.toProvider(
        "/v1/messages", body(model(script, name), ",'max_tokens':100" + more));
  }

  private static HttpRequest ollama(String script, String name, String more) {
    return Requests.toProvider("/api/chat", body(model(script, name), more));
  }

  private static HttpRequest generate(String script, String name) {
    return Requests.toProvider(
        "/api/generate", "{'prompt':'hi','model':'" + model(script, name) + "'}");
  }

  private static void embeddings(Observation seen) {
    plain(
        seen,
        Requests.toProvider(
            "/v1/embeddings", "{'input':'hi','model':'" + model("in4", "embeddings") + "'}"));
  }
}
