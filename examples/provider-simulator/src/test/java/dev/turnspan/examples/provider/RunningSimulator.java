/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh simulator for each test, and a plain HTTP client for it. */
final class RunningSimulator implements BeforeEachCallback, AfterEachCallback {

  static final String CHAT = "/chat/completions";
  static final String RESPONSES = "/responses";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private @Nullable ProviderSimulator running;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    running = ProviderSimulator.start(0);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server().close();
  }

  ProviderSimulator server() {
    if (running == null) {
      throw new IllegalStateException("no test is running");
    }
    return running;
  }

  /** Single quotes stand for double quotes. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String chat(String model, String more) {
    return json(
        "{'model':'%s','messages':[{'role':'user','content':'hi'}]%s}".formatted(model, more));
  }

  static String response(String model, String more) {
    return json("{'model':'%s','input':'hi'%s}".formatted(model, more));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return CLIENT.send(request(path, body), HttpResponse.BodyHandlers.ofString());
  }

  /** Everything that comes over the wire until the server closes the connection. */
  List<String> wire(String path, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByAddress(LOOPBACK), server().port())) {
      String request =
          "POST %s HTTP/1.1\r\nHost: simulator\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(path, body.length(), body);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, UTF_8).lines().toList();
    }
  }

  InputStream open(String path, String body) throws IOException, InterruptedException {
    return CLIENT.send(request(path, body), HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  HttpResponse<String> send(String method, String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  JsonNode answer(String path, String body) throws IOException, InterruptedException {
    return parse(post(path, body).body());
  }

  /** The data of all events of a stream that ends properly. */
  List<String> events(String path, String body) throws IOException, InterruptedException {
    return data(post(path, body).body());
  }

  static List<String> data(String stream) {
    return Arrays.stream(stream.split("\n", -1))
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring("data: ".length()))
        .toList();
  }

  /** The address of what does not lie below {@code /v1}. */
  String root(String path) {
    return "http://127.0.0.1:" + server().port() + path;
  }

  /** Paths of other providers begin at the root. */
  private HttpRequest request(String path, String body) {
    boolean elsewhere = path.startsWith("/api/") || path.startsWith("/openai/");
    return HttpRequest.newBuilder(URI.create(elsewhere ? root(path) : server().baseUrl() + path))
        .header("Authorization", "Bearer sk-test-key")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
