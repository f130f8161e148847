/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chat;
import static dev.turnspan.it.anthropic.Clients.chatWithTools;
import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;

/** Messages as streams that the application reads. */
@SuppressWarnings("MustBeClosedChecker") // What is not closed is part of the test.
final class Streams {

  private Streams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("streaming", seen -> read(seen, chat(model("gap5-n3", "streaming"))));
    scenarios.put("toolCallOnly", seen -> read(seen, chatWithTools(model("tool", "toolCallOnly"))));
    scenarios.put(
        "reasoningFirst", seen -> read(seen, chat(model("reason3-n2", "reasoningFirst"))));
    add(scenarios, "streamUsageMissing", "nousage-n3");
    add(scenarios, "errorEvent", "errorevent1-n3");
    add(scenarios, "malformed", "malformed1-n3");
    add(scenarios, "cut", "cut1-n3");
    add(scenarios, "cutAtOnce", "cut0-n3");
    add(scenarios, "noFinishReasonStream", "nofinish-n3");
    add(scenarios, "unauthorizedStream", "status401");
    scenarios.put("closedEarly", Streams::closedEarly);
    scenarios.put("neverClosed", Streams::neverClosed);
    scenarios.put("neverRead", Streams::neverRead);
    scenarios.put("readToTheEndAndNotClosed", Streams::readToTheEndAndNotClosed);
    scenarios.put("inParallel", Streams::inParallel);
    scenarios.put("iterator", Streams::iterator);
    scenarios.put("limited", Streams::limited);
    scenarios.put("findFirst", Streams::findFirst);
    scenarios.put("spliterator", Streams::spliterator);
    scenarios.put("consumerThrows", Streams::consumerThrows);
    scenarios.put("closedTwice", Streams::closedTwice);
    scenarios.put("iterable", Streams::iterable);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, chat(model(script, name))));
  }

  static StreamResponse<RawMessageStreamEvent> open(MessageCreateParams.Builder params) {
    return Clients.STRICT.messages().createStreaming(params.build());
  }

  static void read(Observation seen, MessageCreateParams.Builder params) {
    seen.call(
        "stream",
        () -> {
          try (StreamResponse<RawMessageStreamEvent> stream = open(params)) {
            seen.value("open", true);
            stream.stream().forEach(chunk -> seen.valueOnThread("chunk", chunk));
            seen.value("read", true);
          }
          return "closed";
        });
  }

  private static void closedEarly(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> stream =
        open(chat(model("gap5-n5", "closedEarly")))) {
      Iterator<RawMessageStreamEvent> chunks = stream.stream().iterator();
      seen.value("message", chunks.next());
      seen.value("block", chunks.next());
      seen.value("word", chunks.next());
    }
    seen.value("closed", true);
  }

  private static void neverClosed(Observation seen) {
    StreamResponse<RawMessageStreamEvent> stream = open(chat(model("n5", "neverClosed")));
    Iterator<RawMessageStreamEvent> chunks = stream.stream().iterator();
    seen.value("message", chunks.next());
    seen.value("block", chunks.next());
    seen.value("word", chunks.next());
    seen.abandon(stream);
  }

  private static void neverRead(Observation seen) {
    seen.abandon(open(chat(model("n5", "neverRead"))));
  }

  private static void readToTheEndAndNotClosed(Observation seen) {
    StreamResponse<RawMessageStreamEvent> stream =
        open(chat(model("n3", "readToTheEndAndNotClosed")));
    seen.value("chunks", stream.stream().toList());
  }

  private static void inParallel(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> one = open(chat(model("n3", "inParallel")));
        StreamResponse<RawMessageStreamEvent> two = open(chat(model("n4", "inParallel")))) {
      Iterator<RawMessageStreamEvent> ones = one.stream().iterator();
      Iterator<RawMessageStreamEvent> twos = two.stream().iterator();
      while (ones.hasNext() && twos.hasNext()) {
        seen.value("one", ones.next());
        seen.value("two", twos.next());
      }
      twos.forEachRemaining(chunk -> seen.value("two", chunk));
      seen.value("one is over", !ones.hasNext());
    }
  }

  private static void iterator(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> stream = open(chat(model("n2", "iterator")))) {
      Iterator<RawMessageStreamEvent> chunks = stream.stream().iterator();
      while (chunks.hasNext()) {
        seen.value("has next again", chunks.hasNext());
        seen.value("chunk", chunks.next());
      }
      seen.value("has next", chunks.hasNext());
      seen.call("next", chunks::next);
      seen.call("second stream", () -> stream.stream().count());
    }
  }

  private static void limited(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> stream = open(chat(model("gap5-n4", "limited")))) {
      seen.value("chunks", stream.stream().limit(2).toList());
    }
  }

  private static void findFirst(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> stream = open(chat(model("gap5-n4", "findFirst")))) {
      seen.value("first", stream.stream().findFirst());
    }
  }

  private static void spliterator(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> stream = open(chat(model("n3", "spliterator")))) {
      Spliterator<RawMessageStreamEvent> chunks = stream.stream().spliterator();
      seen.value("characteristics", chunks.characteristics());
      seen.value("size", chunks.estimateSize());
      seen.value("advanced", chunks.tryAdvance(chunk -> seen.value("chunk", chunk)));
      chunks.forEachRemaining(chunk -> seen.value("chunk", chunk));
      seen.value("advanced", chunks.tryAdvance(chunk -> seen.value("chunk", chunk)));
    }
  }

  private static void consumerThrows(Observation seen) {
    seen.call(
        "stream",
        () -> {
          try (StreamResponse<RawMessageStreamEvent> stream =
              open(chat(model("gap5-n4", "consumerThrows")))) {
            int[] count = {0};
            stream.stream()
                .forEach(
                    chunk -> {
                      seen.value("chunk", chunk);
                      if (++count[0] == 3) {
                        throw new IllegalStateException("the application's own failure");
                      }
                    });
          }
          return "closed";
        });
  }

  private static void closedTwice(Observation seen) {
    StreamResponse<RawMessageStreamEvent> stream = open(chat(model("gap5-n4", "closedTwice")));
    Iterator<RawMessageStreamEvent> chunks = stream.stream().iterator();
    seen.value("role", chunks.next());
    stream.close();
    stream.close();
    seen.call("next", chunks::next);
  }

  /** Since 3.0 a stream is iterable itself; before that the scenario reads its iterator. */
  private static void iterable(Observation seen) {
    try (StreamResponse<RawMessageStreamEvent> stream = open(chat(model("n2", "iterable")))) {
      if ((Object) stream instanceof Iterable<?> events) {
        for (Object event : events) {
          seen.value("chunk", event);
        }
      } else {
        stream.stream().iterator().forEachRemaining(event -> seen.value("chunk", event));
      }
    }
  }
}
