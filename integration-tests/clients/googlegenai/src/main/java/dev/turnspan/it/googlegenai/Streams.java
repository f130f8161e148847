/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import static dev.turnspan.it.googlegenai.Clients.model;
import static dev.turnspan.it.googlegenai.Clients.question;

import com.google.genai.Chat;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Content as streams, which the application reads whichever way it got them. */
final class Streams {

  private Streams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "streaming",
        seen -> read(seen, Clients.VERTEX, model("gap5-cached2-reason1-n3", "streaming"), null));
    scenarios.put(
        "toolCallOnly",
        seen -> read(seen, Clients.gemini(), model("tool", "toolCallOnly"), Clients.TOOLS));
    add(scenarios, "streamingGemini", "gap5-n3");
    add(scenarios, "reasoningFirst", "reason3-n2");
    add(scenarios, "streamUsageMissing", "nousage-n3");
    // Older versions see an empty chunk in an error, and lose the chunk before a cut.
    String unseen = Clients.has("ContinuationUtil") ? "" : "Unseen";
    add(scenarios, "errorEvent" + unseen, "errorevent1-n3");
    add(scenarios, "malformed", "malformed1-n3");
    add(scenarios, "cut" + unseen, "cut1-n3");
    add(scenarios, "cutAtOnce", "cut0-n3");
    add(scenarios, "noFinishReasonStream", "nofinish-n3");
    add(scenarios, "unauthorizedStream", "status401");
    add(scenarios, "promptBlockedStream", "refusal");
    scenarios.put("closedEarly", Streams::closedEarly);
    scenarios.put("neverClosed", Streams::neverClosed);
    scenarios.put("inParallel", Streams::inParallel);
    scenarios.put("collectedStream", Streams::collected);
    scenarios.put("chatStream", Streams::chat);
    addAsync(scenarios, "asyncStreaming", "ttft100-gap5-n3");
    addAsync(scenarios, "errorEventAsync" + unseen, "errorevent1-n3");
    addAsync(scenarios, "malformedAsync", "malformed1-n3");
    addAsync(scenarios, "cutAsync" + unseen, "cut1-n3");
    addAsync(scenarios, "noFinishReasonAsync", "nofinish-n3");
    addAsync(scenarios, "unauthorizedStreamAsync", "status401");
    scenarios.put("asyncClosedEarly", Streams::asyncClosedEarly);
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, Clients.gemini(), model(script, name), null));
  }

  private static void addAsync(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(
        name,
        seen -> {
          CountDownLatch done = new CountDownLatch(1);
          CompletableFuture<Void> unused =
              openLater(model(script, name))
                  .thenAccept(stream -> Answers.read(seen, stream))
                  .whenComplete(
                      (nothing, failure) -> {
                        if (failure != null) {
                          seen.failure("failure", failure);
                        }
                        done.countDown();
                      });
          seen.await("end", done);
        });
  }

  static ResponseStream<GenerateContentResponse> open(String model) {
    return Clients.gemini().models.generateContentStream(model, question(), null);
  }

  private static CompletableFuture<ResponseStream<GenerateContentResponse>> openLater(
      String model) {
    return Clients.gemini().async.models.generateContentStream(model, question(), null);
  }

  static void read(
      Observation seen, Client client, String model, @Nullable GenerateContentConfig config) {
    seen.call(
        "stream",
        () -> {
          try (ResponseStream<GenerateContentResponse> stream =
              client.models.generateContentStream(model, question(), config)) {
            Answers.read(seen, stream);
          }
          return "closed";
        });
  }

  private static void closedEarly(Observation seen) {
    ResponseStream<GenerateContentResponse> stream = open(model("gap20-n9", "closedEarly"));
    seen.value("chunk", Answers.of(stream.iterator().next()));
    stream.close();
    seen.value("closed", true);
  }

  private static void asyncClosedEarly(Observation seen) throws Exception {
    ResponseStream<GenerateContentResponse> stream =
        openLater(model("ttft100-gap20-n9", "asyncClosedEarly")).get();
    seen.value("chunk", Answers.of(stream.iterator().next()));
    stream.close();
    seen.value("closed", true);
  }

  private static void neverClosed(Observation seen) {
    ResponseStream<GenerateContentResponse> stream = open(model("gap5-n9", "neverClosed"));
    seen.value("chunk", Answers.of(stream.iterator().next()));
    seen.abandon(stream);
  }

  private static void inParallel(Observation seen) {
    try (ResponseStream<GenerateContentResponse> one = open(model("gap5-n2", "inParallel"));
        ResponseStream<GenerateContentResponse> other = open(model("gap5-n3", "inParallel"))) {
      Iterator<GenerateContentResponse> ones = one.iterator();
      Iterator<GenerateContentResponse> others = other.iterator();
      while (ones.hasNext() || others.hasNext()) {
        seen.value("one", ones.hasNext() ? Answers.of(ones.next()) : "-");
        seen.value("other", others.hasNext() ? Answers.of(others.next()) : "-");
      }
    }
  }

  /** The garbage collector comes while an answer is read. */
  private static void collected(Observation seen) throws Exception {
    try (ResponseStream<GenerateContentResponse> stream =
        open(model("gap20-n2", "collectedStream"))) {
      Iterator<GenerateContentResponse> chunks = stream.iterator();
      seen.value("chunk", Answers.of(chunks.next()));
      Observation.collectGarbage();
      chunks.forEachRemaining(chunk -> seen.value("chunk", Answers.of(chunk)));
    }
  }

  private static void chat(Observation seen) {
    Chat chat = Clients.gemini().chats.create(model("gap5-n2", "chatStream"));
    Answers.read(seen, chat.sendMessageStream("hi"));
    seen.value("history", chat.getHistory(false).size());
  }
}
