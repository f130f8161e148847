/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import static dev.turnspan.it.openai.Clients.chat;
import static dev.turnspan.it.openai.Clients.model;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The garbage collector comes while an answer is read: what is in use must not count as forgotten.
 */
final class Collected {

  private Collected() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("collectedStream", Collected::stream);
    scenarios.put("collectedResponses", Collected::responses);
    scenarios.put("collectedPushed", Collected::pushed);
  }

  private static void stream(Observation seen) throws Exception {
    try (StreamResponse<ChatCompletionChunk> stream =
        Streams.open(chat(model("gap20-n2", "collectedStream")))) {
      Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
      seen.value("chunk", chunks.next());
      Observation.collectGarbage();
      chunks.forEachRemaining(chunk -> seen.value("chunk", chunk));
    }
  }

  private static void responses(Observation seen) throws Exception {
    ResponseCreateParams params =
        ResponseCreateParams.builder()
            .model(model("gap20-n2", "collectedResponses"))
            .input("hi")
            .build();
    try (StreamResponse<ResponseStreamEvent> stream =
        Clients.STRICT.responses().createStreaming(params)) {
      Iterator<ResponseStreamEvent> events = stream.stream().iterator();
      seen.value("event", events.next());
      Observation.collectGarbage();
      events.forEachRemaining(event -> seen.value("event", event));
    }
  }

  private static void pushed(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    PushedStreams.open(chat(model("ttft100-gap20-n2", "collectedPushed")))
        .subscribe(
            new AsyncStreamResponse.Handler<>() {
              private boolean begun;

              @Override
              public void onNext(ChatCompletionChunk chunk) {
                seen.value("chunk", chunk);
                if (!begun) {
                  begun = true;
                  collect();
                }
              }

              @Override
              public void onComplete(Optional<Throwable> failure) {
                seen.value("complete", failure);
                done.countDown();
              }
            });
    Observation.collectGarbage();
    seen.await("completion", done);
  }

  private static void collect() {
    try {
      Observation.collectGarbage();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
