/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers questions until the process is ended. */
public final class ToolLoopService implements AutoCloseable {

  private static final int REQUEST_THREADS = 16;
  private static final int TOOL_THREADS = 8;

  private final OpenAIClient client;
  private final ExecutorService requests = Executors.newFixedThreadPool(REQUEST_THREADS);
  private final ExecutorService tools = Executors.newFixedThreadPool(TOOL_THREADS);
  private final HttpServer server;

  private ToolLoopService(LoopSettings settings) throws IOException {
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(settings.baseUrl())
            .apiKey(settings.apiKey())
            .maxRetries(2)
            .build();
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    server.setExecutor(requests);
    server.createContext(
        "/chat/stream", new ChatHandler(new ToolLoop(client, settings.model(), tools)));
  }

  static ToolLoopService start(LoopSettings settings) throws IOException {
    ToolLoopService service = new ToolLoopService(settings);
    service.server.start();
    return service;
  }

  /** Program entry; its settings are environment variables. */
  public static void main(String[] args) throws IOException {
    LoopSettings settings = LoopSettings.of(System.getenv());
    ToolLoopService service = start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    System.out.println("The tool loop service listens on port " + service.port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
    tools.shutdownNow();
    client.close();
  }
}
