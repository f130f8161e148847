/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class StoreJarIT {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @Test
  @Timeout(60)
  void jar_receivesAnswersAndStops(@TempDir Path folder) throws Exception {
    String database = folder.resolve("turns.db").toString();
    Process process = start("--port", "0", "--db", database);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      URI uri = address(output.readLine());
      HttpClient client = HttpClient.newHttpClient();
      byte[] spans = SpanSample.export(TurnSample.spans()).toByteArray();
      HttpRequest post =
          HttpRequest.newBuilder(uri.resolve("/v1/traces"))
              .header("Content-Type", RunningStore.PROTOBUF)
              .POST(BodyPublishers.ofByteArray(spans))
              .build();
      assertThat(client.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      HttpRequest get = HttpRequest.newBuilder(uri.resolve("/turns/t-1")).build();
      assertThat(client.send(get, BodyHandlers.ofString()).body()).contains("step#1");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    try (SpanStore reopened = SpanStore.open(database)) {
      assertThat(reopened.read(new TurnQuery("t-1"))).hasSize(9);
    }
  }

  @Test
  @Timeout(60)
  void badOption_endsWithTheUsage() throws Exception {
    Process process = start("--prot", "1");
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Unknown option: --prot", "Usage:");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private static Process start(String option, String value, String... more) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("store.jar"),
            option,
            value);
    command.command().addAll(List.of(more));
    return command.start();
  }

  private static URI address(String line) {
    Matcher address = ADDRESS.matcher(line);
    assertThat(address.find()).as(line).isTrue();
    return URI.create(address.group());
  }
}
