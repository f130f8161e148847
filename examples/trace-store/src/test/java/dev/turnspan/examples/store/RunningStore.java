/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A store in memory on a free port, and an HTTP client for it. */
final class RunningStore implements AutoCloseable {

  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  final SpanStore store;
  private final StoreServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningStore() {
    try {
      store = SpanStore.open("");
      server = StoreServer.start(0, store);
    } catch (SQLException | IOException failed) {
      throw new AssertionError(failed);
    }
  }

  URI uri() {
    return server.uri();
  }

  void add(SpanSample... spans) {
    add(List.of(spans));
  }

  void add(List<SpanSample> spans) {
    HttpResponse<byte[]> response =
        post("v1/traces", SpanSample.export(spans).toByteArray(), "Content-Type", PROTOBUF);
    if (response.statusCode() != 200) {
      throw new AssertionError("status " + response.statusCode());
    }
  }

  HttpResponse<byte[]> postJson(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", JSON);
  }

  HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)).build());
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<byte[]> send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()).build());
  }

  JsonNode json(String path) {
    HttpResponse<byte[]> response = get(path, "Accept", JSON);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + text(response));
    }
    return Json.tree(text(response));
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return zipped.toByteArray();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri().resolve("/" + path)).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
