/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chat;
import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.RawMessageStreamEvent;
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
    scenarios.put("collectedPushed", Collected::pushed);
  }

  private static void stream(Observation seen) throws Exception {
    try (StreamResponse<RawMessageStreamEvent> stream =
        Streams.open(chat(model("gap20-n2", "collectedStream")))) {
      Iterator<RawMessageStreamEvent> chunks = stream.stream().iterator();
      seen.value("chunk", chunks.next());
      Observation.collectGarbage();
      chunks.forEachRemaining(chunk -> seen.value("chunk", chunk));
    }
  }

  private static void pushed(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    PushedStreams.open(chat(model("ttft100-gap20-n2", "collectedPushed")))
        .subscribe(
            new AsyncStreamResponse.Handler<>() {
              private boolean begun;

              @Override
              public void onNext(RawMessageStreamEvent chunk) {
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
