/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.apache.activemq.ActiveMQConnectionFactory;

/** What both have: a server, a client, and a way to the broker. */
final class Service implements AutoCloseable {

  /** Ports on the loopback interface, as system properties. */
  static final String CALLING = "it.port.calling";

  static final String CALLED = "it.port.called";
  static final String BROKER = "it.port.broker";

  /** The queue that one writes to and the other reads. */
  static final String QUEUE = "orders";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpServer server;

  private Service(HttpServer server) {
    this.server = server;
  }

  /** Creates one that does not listen yet. */
  static Service on(String port) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(port)), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    return new Service(server);
  }

  /** Answers requests to a path with what the handler makes of the query. */
  Service answer(String path, Handler handler) {
    server.createContext(path, exchange -> answer(exchange, handler));
    return this;
  }

  /** Answers with what the request told of the turn. */
  Service echo() {
    server.createContext(
        "/echo",
        exchange ->
            answer(
                exchange, query -> told(exchange.getRequestHeaders().getFirst("turnspan-turn"))));
    return this;
  }

  void start() {
    server.start();
  }

  private static String told(@org.jspecify.annotations.Nullable String header) {
    return header == null
        ? "nothing"
        : header.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-\\w{12}", "<id>");
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    String answer;
    try {
      String query = exchange.getRequestURI().getQuery();
      answer = handler.answer(query == null ? "" : query);
    } catch (Exception e) {
      answer = e.toString();
    }
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static String get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  static String send(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  static String url(String port) {
    return "http://127.0.0.1:" + System.getProperty(port);
  }

  static ActiveMQConnectionFactory broker() {
    return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + System.getProperty(BROKER));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** What a path does. */
  @FunctionalInterface
  interface Handler {
    String answer(String query) throws Exception;
  }
}
