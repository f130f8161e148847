/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.agents.RunConfig.StreamingMode;
import com.google.adk.events.Event;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.sessions.Session;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import dev.turnspan.it.program.Observation;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.core.Flowable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A user who talks to an agent in a session. */
final class Conversation {

  private static final Pattern OURS =
      Pattern.compile("name=(turn|step|provider\\.request|tool-call),");

  private final InMemoryRunner runner;
  private final Session session;

  Conversation(BaseAgent agent, String scenario) {
    this.runner = new InMemoryRunner(agent, "app");
    this.session =
        runner
            .sessionService()
            .createSession("app", "user-1", (Map<String, Object>) null, "c-" + scenario)
            .blockingGet();
  }

  /** The user says something and reads the answer to its end. */
  void say(Observation seen, StreamingMode mode) throws InterruptedException {
    read(seen, mode, events -> events);
  }

  /** The same, with a model that is asked so often and not again. */
  void sayLimited(Observation seen, int calls) throws InterruptedException {
    read(seen, RunConfig.builder().maxLlmCalls(calls), events -> events);
  }

  /**
   * The same, with the answer handled in some way. On a thread of its own, because old versions
   * leave their spans behind, and under a span of the application, because in these an agent's span
   * does not find that of the run.
   */
  void read(Observation seen, StreamingMode mode, Function<Flowable<Event>, Flowable<Event>> use)
      throws InterruptedException {
    read(seen, RunConfig.builder().streamingMode(mode), use);
  }

  private void read(
      Observation seen, RunConfig.Builder config, Function<Flowable<Event>, Flowable<Event>> use)
      throws InterruptedException {
    Span request =
        GlobalOpenTelemetry.getTracer("it.application").spanBuilder("request").startSpan();
    try {
      readIn(Context.current().with(request), seen, config, use);
    } finally {
      request.end();
    }
  }

  /** The same, in a context of the caller. */
  void readIn(
      Context context,
      Observation seen,
      RunConfig.Builder config,
      Function<Flowable<Event>, Flowable<Event>> use)
      throws InterruptedException {
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    Throwable[] failure = new Throwable[1];
    Flowable<Event> answer =
        runner.runAsync(
            session.userId(), session.id(), Content.fromParts(Part.fromText("hi")), config.build());
    Runnable reading =
        () -> {
          try {
            use.apply(answer).blockingForEach(event -> events.add(describe(event)));
          } catch (Throwable t) {
            failure[0] = t;
          }
        };
    Thread thread = new Thread(context.wrap(reading), "reader");
    thread.start();
    thread.join();
    events.forEach(event -> seen.value("event", event));
    if (failure[0] != null) {
      seen.failure("failure", failure[0]);
    }
  }

  private static String describe(Event event) {
    boolean foreign = OURS.matcher(Span.current().toString()).find();
    return event.author()
        + ' '
        + event.stringifyContent()
        + " partial="
        + event.partial().orElse(null)
        + " finish="
        + event.finishReason().map(Object::toString).orElse(null)
        + (foreign ? " in a span that is not the application's" : "");
  }
}
