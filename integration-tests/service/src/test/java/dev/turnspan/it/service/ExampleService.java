/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.service;

import dev.turnspan.examples.provider.ProviderSimulator;
import dev.turnspan.it.kit.Exports;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An example service in a process of its own, with a provider of its own. */
final class ExampleService implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  private final ProviderSimulator provider;
  private final @Nullable Exports exports;
  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private int posts;

  private ExampleService(
      ProviderSimulator provider, @Nullable Exports exports, Process process, int port) {
    this.provider = provider;
    this.exports = exports;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a service and waits until it listens.
   *
   * @param exports where the agent exports to; null for no agent
   */
  static ExampleService start(String module, @Nullable Exports exports)
      throws IOException, InterruptedException {
    ProviderSimulator provider = ProviderSimulator.start(0);
    int port = unusedPort();
    Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "service-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command(module, exports != null));
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder
        .environment()
        .put(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            exports == null ? TestBed.get().nobody() : exports.endpoint());
    builder.environment().put("OTEL_BSP_SCHEDULE_DELAY", "50");
    builder.environment().put("OPENAI_BASE_URL", provider.baseUrl());
    builder.environment().put("OPENAI_API_KEY", "sk-test");
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    ExampleService service =
        new ExampleService(
            provider,
            exports,
            builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(),
            port);
    service.awaitStart(log);
    return service;
  }

  private static List<String> command(String module, boolean attached) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    if (attached) {
      command.add("-javaagent:" + Workspace.agentWithExtension());
    }
    command.add("-jar");
    command.add(
        Workspace.existing("examples/" + module + "/target/turnspan-example-" + module + ".jar")
            .toString());
    return command;
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart(Path log) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!listens()) {
      if (!process.isAlive()
          || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the service did not start:\n" + Files.readString(log));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Status, content type and body of an answer, byte by byte. */
  String post(String path, String body) throws IOException, InterruptedException {
    posts++;
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return response.statusCode()
        + " "
        + response.headers().firstValue("Content-Type").orElse("-")
        + "\n"
        + response.body();
  }

  /**
   * Ends the service as an operator would, once it has told of all requests: an answer can be read
   * before the service has done with it.
   */
  @Override
  public void close() {
    try {
      awaitServerSpans();
      process.destroy();
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      throw new IllegalStateException("the service did not end in time", e);
    } finally {
      provider.close();
    }
  }

  private void awaitServerSpans() throws InterruptedException {
    long start = System.nanoTime();
    while (exports != null
        && exports.spans().stream().filter(span -> span.kind().equals("SERVER")).count() < posts
        && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }
}
