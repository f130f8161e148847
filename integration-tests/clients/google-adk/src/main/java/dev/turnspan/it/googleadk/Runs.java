/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import static dev.turnspan.it.googleadk.Agents.agent;

import com.google.adk.agents.RunConfig;
import com.google.adk.agents.RunConfig.StreamingMode;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import io.opentelemetry.context.Context;
import java.util.Map;

/** Runs without tools. */
final class Runs {

  private Runs() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "blocking", "n3", StreamingMode.NONE);
    add(scenarios, "streaming", "gap5-n3", StreamingMode.SSE);
    add(scenarios, "usageMissing", "nousage-n3", StreamingMode.NONE);
    add(scenarios, "detailedUsage", "in20-cached8-reason2-n3", StreamingMode.NONE);
    add(scenarios, "unauthorized", "status401", StreamingMode.NONE);
    add(scenarios, "unauthorizedStream", "status401", StreamingMode.SSE);
    scenarios.put(
        "closedEarly",
        seen ->
            new Conversation(agent("gap50-n3", "closedEarly").build(), "closedEarly")
                .read(seen, StreamingMode.SSE, events -> events.take(1)));
    scenarios.put(
        "retried",
        seen ->
            new Conversation(agent("fail500x1", "retried", 3).build(), "retried")
                .say(seen, StreamingMode.NONE));
    scenarios.put("twoTurns", Runs::twoTurns);
    scenarios.put(
        "resubscribed",
        seen ->
            new Conversation(agent("fail500x1", "resubscribed").build(), "resubscribed")
                .read(seen, StreamingMode.NONE, events -> events.retry(1)));
    scenarios.put("underServerSpan", Runs::underServerSpan);
  }

  private static void add(
      Map<String, Scenario> scenarios, String name, String script, StreamingMode mode) {
    scenarios.put(
        name, seen -> new Conversation(agent(script, name).build(), name).say(seen, mode));
  }

  private static void twoTurns(Observation seen) throws InterruptedException {
    Conversation conversation = new Conversation(agent("n2", "twoTurns").build(), "twoTurns");
    conversation.say(seen, StreamingMode.NONE);
    conversation.say(seen, StreamingMode.NONE);
  }

  private static void underServerSpan(Observation seen) throws Exception {
    Conversation conversation =
        new Conversation(agent("n2", "underServerSpan").build(), "underServerSpan");
    ServerRequest.handle(
        seen,
        handled ->
            conversation.readIn(Context.current(), handled, RunConfig.builder(), events -> events));
  }
}
