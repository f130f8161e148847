/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers like the provider, in the few ways that the tests need; the model's name says which. */
final class StubProvider {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPLETION =
      """
      {"id":"c1","object":"chat.completion","created":1,"model":"stub","choices":[{"index":0,
      "finish_reason":"%s","message":{"role":"assistant",%s}}],
      "usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}""";
  private static final String CHUNK =
      """
      {"id":"c1","object":"chat.completion.chunk","created":1,"model":"stub",
      "choices":[{"index":0,"delta":{%s},"finish_reason":%s}]}""";
  private static final String TOOL_CALL =
      """
      "tool_calls":[{%s"id":"call_1","type":"function","function":{"name":"dateAfter",
      "arguments":"{\\"startDate\\":\\"2027-01-31\\",\\"days\\":90}"}}]""";
  private static final String RESPONSE =
      """
      {"id":"resp_%d","object":"response","created_at":1,"model":"stub","status":"completed",
      "output":[{"type":"message","id":"m1","role":"assistant","status":"completed",
      "content":[{"type":"output_text","text":"Hello again","annotations":[]}]}],
      "parallel_tool_calls":true,"tool_choice":"auto","tools":[],
      "usage":{"input_tokens":5,"output_tokens":2,"total_tokens":7,
      "input_tokens_details":{"cached_tokens":0},"output_tokens_details":{"reasoning_tokens":0}}}""";

  private final HttpServer server;
  private final BlockingQueue<JsonNode> requests = new LinkedBlockingQueue<>();
  private CountDownLatch abandoned = new CountDownLatch(1);
  private int responseCount;

  StubProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "stub-provider");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  void reset() {
    requests.clear();
    abandoned = new CountDownLatch(1);
  }

  /** The requests so far, oldest first. */
  List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  /** Opens when an endless stream was given up by its reader. */
  CountDownLatch abandoned() {
    return abandoned;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      requests.add(request);
      String model = request.path("model").asText();
      if (model.equals("broken")) {
        send(exchange, 500, "{\"error\":{\"message\":\"key sk-canary is out of order\"}}");
      } else if (model.equals("garbage")) {
        send(exchange, 200, "<html>");
      } else if (exchange.getRequestURI().getPath().endsWith("/responses")) {
        send(exchange, 200, RESPONSE.formatted(++responseCount));
      } else if (request.path("stream").asBoolean()) {
        stream(exchange, model, model.equals("tool") && !hasToolResult(request));
      } else if (model.equals("tool") && !hasToolResult(request)) {
        send(exchange, 200, COMPLETION.formatted("tool_calls", TOOL_CALL.formatted("")));
      } else {
        send(exchange, 200, COMPLETION.formatted("stop", "\"content\":\"Hello world\""));
      }
    }
  }

  private static boolean hasToolResult(JsonNode request) {
    JsonNode messages = request.path("messages");
    return messages.path(messages.size() - 1).path("role").asText().equals("tool");
  }

  private void stream(HttpExchange exchange, String model, boolean askForTool) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    event(out, CHUNK.formatted("\"role\":\"assistant\",\"content\":\"\"", "null"));
    while (model.equals("endless")) {
      try {
        event(out, CHUNK.formatted("\"content\":\"more\"", "null"));
      } catch (IOException e) {
        abandoned.countDown();
        return;
      }
    }
    if (askForTool) {
      event(out, CHUNK.formatted(TOOL_CALL.formatted("\"index\":0,"), "null"));
      event(out, CHUNK.formatted("", "\"tool_calls\""));
    } else {
      event(out, CHUNK.formatted("\"content\":\"Hello\"", "null"));
      event(out, CHUNK.formatted("\"content\":\" world\"", "null"));
      event(out, CHUNK.formatted("", "\"stop\""));
    }
    event(
        out,
        """
        {"id":"c1","object":"chat.completion.chunk","created":1,"model":"stub","choices":[],
        "usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}""");
    event(out, "[DONE]");
  }

  private static void event(OutputStream out, String data) throws IOException {
    out.write(("data: " + data.replace("\n", "") + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
