/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static dev.turnspan.it.jdkhttp.Requests.CLIENT;
import static dev.turnspan.it.jdkhttp.Requests.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** What the simulator does not speak: Gemini, packed bodies, large ones. */
final class Canned {

  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream";

  private static final String ANSWER =
      "{'candidates':[{'content':{'parts':[{'text':'Hi'}],'role':'model'},'finishReason':'STOP'}],"
          + "'usageMetadata':{'promptTokenCount':11,'candidatesTokenCount':3,'thoughtsTokenCount':2,"
          + "'totalTokenCount':16},'modelVersion':'gemini-3','responseId':'r-1'}";
  private static final String THOUGHT =
      "{'candidates':[{'content':{'parts':[{'text':'Hm','thought':true}]}}],'modelVersion':'gemini-3',"
          + "'responseId':'r-1'}";
  private static final String CHUNK =
      "{'id':'c-1','model':'m-1','choices':[{'delta':{'content':'Hi'}}]}";
  private static final String LAST =
      "{'id':'c-1','model':'m-1','choices':[{'delta':{},'finish_reason':'stop'}],"
          + "'usage':{'prompt_tokens':11,'completion_tokens':3}}";

  private Canned() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "gemini", ":generateContent?key=secret", json(ANSWER));
    add(
        scenarios,
        "geminiStreaming",
        ":streamGenerateContent?alt=sse&key=secret",
        () -> CannedServer.plain(EVENTS, events(THOUGHT, ANSWER)));
    add(
        scenarios,
        "geminiArray",
        ":streamGenerateContent",
        json("[" + THOUGHT + ",\n" + ANSWER + "]"));
    chat(scenarios, "packed", () -> CannedServer.gzip(EVENTS, events(CHUNK, CHUNK, LAST)));
    chat(scenarios, "packedOtherwise", () -> CannedServer.unreadable(EVENTS));
    chat(
        scenarios,
        "large",
        () ->
            CannedServer.plain(
                JSON, quoted("{'filler':'" + "x".repeat(2_000_000) + "'," + LAST.substring(1))));
  }

  /** Starts a server for one request. */
  private interface Start {
    CannedServer start() throws Exception;
  }

  private static Start json(String body) {
    return () -> CannedServer.plain(JSON, quoted(body));
  }

  private static void add(
      Map<String, Scenario> scenarios, String name, String suffix, Start start) {
    String path = "/v1beta/models/" + model("n1", name) + suffix;
    scenarios.put(name, seen -> ask(seen, start, path, "{'contents':[]}"));
  }

  private static void chat(Map<String, Scenario> scenarios, String name, Start start) {
    scenarios.put(
        name,
        seen ->
            ask(
                seen,
                start,
                "/v1/chat/completions",
                Requests.body(model("n1", name), ",'stream':" + !name.equals("large"))));
  }

  private static void ask(Observation seen, Start start, String path, String body)
      throws Exception {
    try (CannedServer server = start.start()) {
      byte[] answer =
          CLIENT.send(Requests.post(server.url(path), body), BodyHandlers.ofByteArray()).body();
      seen.value("bytes", answer.length);
    }
  }

  private static String events(String... events) {
    StringBuilder text = new StringBuilder();
    for (String event : events) {
      text.append("data: ").append(quoted(event)).append("\n\n");
    }
    return text.append("data: [DONE]\n\n").toString();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
