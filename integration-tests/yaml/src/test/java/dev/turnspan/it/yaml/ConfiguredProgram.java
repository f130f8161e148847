/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.turnspan.it.openai.OpenAiProgram;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service that has another one work for it, both asking a model, and then what an application
 * does with openai-java.
 */
public final class ConfiguredProgram {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private ConfiguredProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    answer(server, "/calling", () -> ask("calling") + send(get(url.resolve("/called"))));
    answer(server, "/called", () -> ask("called"));
    server.start();
    send(get(url.resolve("/calling")).header("x-conversation", "c-1"));
    server.stop(0);
    threads.shutdown();
    OpenAiProgram.main(args);
  }

  private static void answer(HttpServer server, String path, Callable<String> work) {
    server.createContext(
        path,
        exchange -> {
          byte[] body;
          try {
            body = work.call().getBytes(UTF_8);
          } catch (Exception e) {
            throw new IOException(e);
          }
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static HttpRequest.Builder get(URI url) {
    return HttpRequest.newBuilder(url);
  }

  private static String ask(String name) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(Program.provider() + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(RawChat.plain("n1", name), UTF_8)));
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
