/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import static dev.turnspan.it.azureopenai.Clients.chat;
import static dev.turnspan.it.azureopenai.Clients.model;

import com.azure.ai.openai.models.ChatCompletions;
import com.azure.core.util.IterableStream;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Streams that the application reads. */
final class Streams {

  private Streams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "streaming", "usage-gap5-n3");
    add(scenarios, "streamUsageMissing", "n3");
    add(scenarios, "noFinishReasonStream", "usage-nofinish-n3");
    add(scenarios, "unauthorizedStream", "status401");
    scenarios.put("iterator", Streams::iterator);
    scenarios.put("closedEarly", Streams::closedEarly);
    scenarios.put("inParallel", Streams::inParallel);
    scenarios.put("neverClosed", Streams::neverClosed);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> seen.call("all", () -> read(seen, open(model(script, name)))));
  }

  static IterableStream<ChatCompletions> open(String model) {
    return Clients.STRICT.buildClient().getChatCompletionsStream(model, chat());
  }

  private static String read(Observation seen, IterableStream<ChatCompletions> stream) {
    stream.forEach(chunk -> seen.value("chunk", Clients.describe(chunk)));
    return "read";
  }

  private static void iterator(Observation seen) {
    Iterator<ChatCompletions> chunks = open(model("usage-gap5-n3", "iterator")).iterator();
    while (chunks.hasNext()) {
      seen.value("chunk", Clients.describe(chunks.next()));
    }
  }

  private static void closedEarly(Observation seen) {
    try (Stream<ChatCompletions> chunks = open(model("usage-gap300-n3", "closedEarly")).stream()) {
      seen.value("first words", chunks.map(Clients::describe).limit(3).toList());
    }
  }

  private static void neverClosed(Observation seen) {
    Iterator<ChatCompletions> chunks = open(model("usage-n3", "neverClosed")).iterator();
    seen.value("first", Clients.describe(chunks.next()));
    seen.abandon(chunks);
  }

  private static void inParallel(Observation seen) {
    Iterator<ChatCompletions> one = open(model("usage-n3", "inParallel")).iterator();
    Iterator<ChatCompletions> other = open(model("usage-n3", "inParallel")).iterator();
    while (one.hasNext() && other.hasNext()) {
      seen.value("one", Clients.describe(one.next()));
      seen.value("other", Clients.describe(other.next()));
    }
    seen.value("rest", one.hasNext() || other.hasNext());
  }
}
