/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server of a few tools that speaks both HTTP transports: what an application finds at the
 * other end is the same for every version of the client.
 */
final class ToolServer implements AutoCloseable {

  private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":(\"[^\"]*\"|\\d+)");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("\"protocolVersion\":\"([^\"]+)\"");

  private final HttpServer http;
  private final ExecutorService threads;

  /** The one event stream that is open: clients come one after the other. */
  private volatile @Nullable OutputStream events;

  private ToolServer(HttpServer http, ExecutorService threads) {
    this.http = http;
    this.threads = threads;
  }

  static ToolServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    ToolServer server = new ToolServer(http, threads);
    http.createContext("/mcp", server::streamable);
    http.createContext("/sse", server::eventStream);
    http.createContext("/message", server::message);
    http.setExecutor(threads);
    http.start();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Answers in the response itself. */
  private void streamable(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.sendResponseHeaders(405, -1);
      exchange.close();
      return;
    }
    String answer = answer(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if (answer == null) {
      exchange.sendResponseHeaders(202, -1);
    } else {
      byte[] body = answer.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** Stays open: the answers to all requests go there. */
  private void eventStream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream stream = exchange.getResponseBody();
    events = stream;
    send(stream, "endpoint", "/message");
  }

  private void message(HttpExchange exchange) throws IOException {
    String answer = answer(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    OutputStream stream = events;
    if (answer != null && stream != null) {
      send(stream, "message", answer);
    }
  }

  private static void send(OutputStream stream, String event, String data) throws IOException {
    synchronized (stream) {
      stream.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(UTF_8));
      stream.flush();
    }
  }

  private static @Nullable String answer(String request) {
    String method = find(METHOD, request);
    String id = find(ID, request);
    return switch (method) {
      case "initialize" ->
          result(
              id,
              "{\"protocolVersion\":\""
                  + find(VERSION, request)
                  + "\",\"capabilities\":{\"tools\":{}},"
                  + "\"serverInfo\":{\"name\":\"tools\",\"version\":\"1\"}}");
      case "tools/call" -> tool(id, find(NAME, request));
      default -> null;
    };
  }

  private static @Nullable String tool(String id, String name) {
    return switch (name) {
      case "weather" -> result(id, text("sunny", false));
      case "empty" -> result(id, "{\"content\":[],\"isError\":false}");
      case "unknownCity" -> result(id, text("no such city", true));
      // The request is accepted and never answered.
      case "silent" -> null;
      default ->
          "{\"jsonrpc\":\"2.0\",\"id\":"
              + id
              + ",\"error\":{\"code\":-32602,\"message\":\"no such tool\"}}";
    };
  }

  private static String text(String text, boolean error) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\""
        + text
        + "\"}],\"isError\":"
        + error
        + "}";
  }

  private static String result(String id, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}";
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
