/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Many users at a time. Whichever thread is free takes the next step of whichever conversation; no
 * context goes from one step to the next. A conversation's model tells its prompts to be of a
 * length that no other has, and its tools' results are as long, so that its calls can be told
 * apart.
 */
final class Crowd {

  private static final int CONVERSATIONS = 200;
  private static final int TURNS = 2;
  private static final int THREADS = 32;
  private static final int SHORTEST_PROMPT = 1000;

  private final BlockingQueue<Next> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger left = new AtomicInteger(CONVERSATIONS);

  private Crowd() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("crowd", seen -> new Crowd().run(seen));
  }

  private void run(Observation seen) throws InterruptedException {
    for (int i = 0; i < CONVERSATIONS; i++) {
      queue.add(new Next(i, 0, null, List.of()));
    }
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> work(seen), "crowd-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    seen.value("conversations left", left.get());
  }

  private void work(Observation seen) {
    try {
      while (left.get() > 0) {
        Next next = queue.poll(20, TimeUnit.MILLISECONDS);
        if (next != null) {
          step(seen, next);
        }
      }
    } catch (Exception e) {
      seen.failure("thrown in the crowd", e);
      left.set(-1);
    }
  }

  @SuppressWarnings("try") // The scope is there to be closed.
  private void step(Observation seen, Next next) throws Exception {
    Baggage who =
        Baggage.builder().put("conversation.id", "c-" + (SHORTEST_PROMPT + next.user())).build();
    String model = "sim-in" + (SHORTEST_PROMPT + next.user()) + "-tool-scrowd";
    Dialog dialog = next.dialog() == null ? OpenAiDialog.blocking(model) : next.dialog();
    try (Scope unused = who.makeCurrent()) {
      Loop loop = new Loop(seen, dialog);
      for (Dialog.ToolCall call : next.calls()) {
        loop.result(call, "x".repeat(SHORTEST_PROMPT + next.user()));
      }
      List<Dialog.ToolCall> calls = loop.ask();
      if (!calls.isEmpty()) {
        queue.add(new Next(next.user(), next.turn(), dialog, calls));
      } else if (next.turn() + 1 < TURNS) {
        queue.add(new Next(next.user(), next.turn() + 1, null, List.of()));
      } else {
        left.decrementAndGet();
      }
    }
  }

  /** What a user waits for. */
  private record Next(int user, int turn, @Nullable Dialog dialog, List<Dialog.ToolCall> calls) {}
}
