/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static dev.turnspan.it.jdkhttp.Requests.CLIENT;
import static dev.turnspan.it.jdkhttp.Requests.chatStream;
import static dev.turnspan.it.jdkhttp.Requests.chatStreamWithUsage;
import static dev.turnspan.it.jdkhttp.Requests.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Streams that the application reads, as lines or byte by byte. */
@SuppressWarnings("MustBeClosedChecker")
final class Streams {

  private Streams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "streaming", seen -> read(seen, chatStreamWithUsage(model("gap5-n3", "streaming"))));
    scenarios.put(
        "toolCallOnly",
        seen -> read(seen, Requests.chatWithTools(model("tool", "toolCallOnly"), true)));
    scenarios.put(
        "reasoningFirst",
        seen -> read(seen, chatStreamWithUsage(model("reason3-n2", "reasoningFirst"))));
    add(scenarios, "streamUsageMissing", "n3");
    add(scenarios, "errorEvent", "errorevent1-n3");
    add(scenarios, "malformed", "malformed1-n3");
    add(scenarios, "cut", "gap20-cut1-n3");
    add(scenarios, "noFinishReasonStream", "nofinish-n3");
    add(scenarios, "unauthorizedStream", "status401");
    scenarios.put("closedEarly", Streams::closedEarly);
    scenarios.put("inParallel", Streams::inParallel);
    scenarios.put("bytes", Streams::bytes);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, chatStream(model(script, name))));
  }

  static void read(Observation seen, HttpRequest request) {
    seen.call(
        "stream",
        () -> {
          HttpResponse<Stream<String>> response = CLIENT.send(request, BodyHandlers.ofLines());
          seen.value("status", response.statusCode());
          try (Stream<String> lines = response.body()) {
            lines.forEach(line -> seen.valueOnThread("line", line));
          }
          return "closed";
        });
  }

  private static void closedEarly(Observation seen) {
    seen.call(
        "stream",
        () -> {
          try (Reader text =
                  new InputStreamReader(
                      CLIENT
                          .send(
                              chatStreamWithUsage(model("gap1000-n3", "closedEarly")),
                              BodyHandlers.ofInputStream())
                          .body(),
                      StandardCharsets.UTF_8);
              BufferedReader lines = new BufferedReader(text)) {
            seen.value("role", lines.readLine());
            seen.value("between", lines.readLine());
            seen.value("word", lines.readLine());
          }
          return "closed";
        });
  }

  private static void inParallel(Observation seen) throws Exception {
    try (Stream<String> one = open(chatStreamWithUsage(model("n3", "inParallel")));
        Stream<String> two = open(chatStreamWithUsage(model("n4", "inParallel")))) {
      Iterator<String> ones = one.iterator();
      Iterator<String> twos = two.iterator();
      while (ones.hasNext() && twos.hasNext()) {
        seen.value("one", ones.next());
        seen.value("two", twos.next());
      }
      twos.forEachRemaining(line -> seen.value("two", line));
    }
  }

  private static Stream<String> open(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofLines()).body();
  }

  private static void bytes(Observation seen) {
    seen.call(
        "stream",
        () -> {
          try (Reader text =
              new InputStreamReader(
                  CLIENT
                      .send(
                          chatStreamWithUsage(model("gap5-n2", "bytes")),
                          BodyHandlers.ofInputStream())
                      .body(),
                  StandardCharsets.UTF_8)) {
            StringBuilder read = new StringBuilder();
            for (int c = text.read(); c >= 0; c = text.read()) {
              read.append((char) c);
            }
            return read;
          }
        });
  }
}
