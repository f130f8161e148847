/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.RunningStore.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutingTest {

  private final RunningStore store = new RunningStore();

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LocalHost:4318, 200",
    "127.0.0.1:9, 200",
    "[::1]:4318, 200",
    "evil.example, 403",
    "localhost.evil.example, 403",
    "127.0.0.1.evil.example:4318, 403",
    "evil.example:127.0.0.1, 403",
    "'', 403"
  })
  void hostHeader_mustBeLocal(String host, int status) throws IOException {
    assertThat(statusLine("GET /turns HTTP/1.1\r\nHost: " + host + "\r\n")).contains(" " + status);
  }

  @Test
  void missingOrDoubleHost_isRefused() throws IOException {
    assertThat(statusLine("GET /turns HTTP/1.1\r\n")).contains(" 403");
    assertThat(statusLine("GET /turns HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n"))
        .contains(" 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing", "turns/t/latency", "v1/profiles", "page/", "index.html", "turns/a/b"})
  void unknownAddress_isNotFound(String path) {
    var response = store.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Json.tree(text(response)).path("error").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v1/traces, POST",
    "POST, turns, GET",
    "DELETE, turns/t, GET",
    "PUT, '', GET",
    "OPTIONS, v1/traces, POST"
  })
  void wrongMethod_namesTheRightOne(String method, String path, String allowed) {
    var response = store.send(method, path);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains(allowed);
    assertThat(Json.tree(text(response)).path("error").asText()).contains(allowed);
  }

  @Test
  void page_isServedUnderAStrictPolicy() {
    var response = store.get("");
    assertThat(text(response)).startsWith("<!DOCTYPE html>");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(store.get("page.js").headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "'text/html,application/json;q=0.9,*/*;q=0.8', true",
    "'text/plain, application/json', false",
    "'text/html,*/*;q=0.8', false",
    "'application/*;q=0.1, text/*;q=0.05', true",
    "'application/json;q=0, */*', false",
    "application/json;q=nonsense, false",
    "'', false"
  })
  void acceptHeader_choosesTheOtherOnlyWhenRankedHigher(String header, boolean other) {
    assertThat(Accept.prefersOther(header, "text/plain", "application/json")).isEqualTo(other);
  }

  private String statusLine(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), store.uri().getPort())) {
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      String response =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return response.lines().findFirst().orElse("");
    }
  }
}
