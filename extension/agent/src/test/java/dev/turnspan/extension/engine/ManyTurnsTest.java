/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many users at a time, and many one after the other. */
class ManyTurnsTest {

  private static final int CONVERSATIONS = 200;
  private static final int TURNS = 5;
  private static final int STEPS = 4;

  private final EngineFixture.ManualClock clock = new EngineFixture.ManualClock();
  private final Ended ended = new Ended();
  private final Tracer tracer =
      SdkTracerProvider.builder().addSpanProcessor(ended).build().get("dev.turnspan");
  private final TurnEngine engine =
      new TurnEngine(
          tracer, LocalRoots.NONE, new EngineSettings(true, Duration.ofSeconds(60)), clock);

  /**
   * Every step of every conversation is a task of its own, on whatever thread comes next, so that
   * no thread and no context ties them together: the ids of the tool calls do.
   */
  @Test
  void interleavedConversations_areTurnsOfTheirOwnWithoutCrossedIds() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(32);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int step = 0; step < TURNS * STEPS; step++) {
        running.clear();
        for (int i = 0; i < CONVERSATIONS; i++) {
          String conversation = "c" + i;
          int at = step;
          running.add(pool.submit(() -> step(conversation, at)));
        }
        for (Future<?> task : running) {
          task.get();
        }
      }
    } finally {
      pool.shutdownNow();
    }

    Map<String, List<SpanData>> byTurn =
        ended.spans.stream()
            .collect(
                Collectors.groupingBy(
                    span -> String.valueOf(span.getAttributes().get(TurnspanAttributes.TURN_ID))));
    assertThat(byTurn).hasSize(CONVERSATIONS * TURNS);
    assertThat(byTurn.values())
        .allSatisfy(
            spans -> {
              assertThat(spans).hasSize(1 + 2 * STEPS + (STEPS - 1));
              assertThat(spans)
                  .extracting(span -> span.getAttributes().get(TurnspanAttributes.REQUEST_MODEL))
                  .filteredOn(model -> model != null)
                  .hasSize(STEPS)
                  .containsOnly(spans.get(0).getAttributes().get(TurnspanAttributes.MODEL));
            });
    assertThat(engine.openEntries()).isZero();
  }

  /** The model of each call is its conversation, so that the spans tell whose they are. */
  private void step(String conversation, int at) {
    int turn = at / STEPS;
    int step = at % STEPS;
    List<ToolResult> results =
        step == 0
            ? List.of()
            : List.of(new ToolResult(conversation + '-' + turn + '-' + (step - 1), 1, false));
    Call call = engine.startCall(EngineFixture.start(conversation + '-' + turn, null, results));
    call.requestedTool(
        step == STEPS - 1 ? null : conversation + '-' + turn + '-' + step, "tool", null);
    call.end();
  }

  @Test
  void afterManyTurns_theEngineHoldsWhatIsOpenAndNothingElse() {
    for (int i = 0; i < 100_000; i++) {
      Call asks = engine.startCall(EngineFixture.start("m", null, List.of()));
      asks.responseId("answer-" + i);
      asks.requestedTool("id-" + i, "tool", null);
      asks.end();
      if (i % 100 != 0) {
        engine
            .startCall(EngineFixture.start("m", null, List.of(new ToolResult("id-" + i, 1, false))))
            .end();
      }
      if (i % 10_000 == 0) {
        clock.advance(61_000);
        engine.sweep();
        ended.spans.clear();
      }
    }
    // Since the last sweep one in a hundred was left: a turn, and an id.
    assertThat(engine.openEntries()).isEqualTo(2 * 99);

    clock.advance(61_000);
    engine.sweep();
    assertThat(engine.openEntries()).isZero();
  }

  private static final class Ended implements SpanProcessor {

    private final ConcurrentLinkedQueue<SpanData> spans = new ConcurrentLinkedQueue<>();

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      spans.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
