/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static dev.turnspan.it.turns.Table.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What a turn may begin and end with, other than a request that is answered by its own thread. */
final class Boundaries {

  private Boundaries() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("consumer", Boundaries::consumer);
    scenarios.put("scheduled", Boundaries::scheduled);
    scenarios.put(
        "twoQuestionsServed",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  ask(inside, "n3", "twoQuestionsServed");
                  ask(inside, "n2", "twoQuestionsServed");
                }));
    scenarios.put("answeredEarly", Boundaries::answeredEarly);
    scenarios.put("refusal", seen -> ask(seen, "refusal", "refusal"));
    scenarios.put("providerFails", seen -> failing(seen));
    scenarios.put("methodValue", seen -> desk(seen, "methodValue").value());
    scenarios.put(
        "methodFuture",
        seen ->
            seen.value("answer", desk(seen, "methodFuture").future().get(30, TimeUnit.SECONDS)));
    scenarios.put(
        "methodFlux",
        seen -> seen.value("answers", desk(seen, "methodFlux").flux().collectList().block()));
    scenarios.put(
        "methodServed",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  desk(inside, "methodServed").value();
                  desk(inside, "methodServed").value();
                }));
  }

  private static void ask(Observation seen, String script, String scenario) throws Exception {
    new Loop(seen, OpenAiDialog.blocking(model(script, scenario))).run();
  }

  private static ChatDesk desk(Observation seen, String scenario) {
    return new ChatDesk(new Loop(seen, OpenAiDialog.blocking(model("tool", scenario))));
  }

  private static void failing(Observation seen) {
    OpenAiDialog dialog = (OpenAiDialog) OpenAiDialog.blocking(model("status500", "providerFails"));
    seen.call("answer", dialog::ask);
  }

  /** A message is consumed. The agent wraps whatever listener of this interface. */
  private static void consumer(Observation seen) throws Exception {
    Message message =
        (Message)
            Proxy.newProxyInstance(
                Message.class.getClassLoader(),
                new Class<?>[] {Message.class},
                (proxy, method, arguments) -> null);
    new Listener(seen).onMessage(message);
    seen.callerIsHere();
  }

  private record Listener(Observation seen) implements MessageListener {
    @Override
    public void onMessage(Message message) {
      seen.callerIsHere();
      Unchecked.call(
          () -> {
            ask(seen, "tool", "consumer");
            return true;
          });
    }
  }

  /** A job that nobody has asked for has no span around it. */
  private static void scheduled(Observation seen) throws InterruptedException {
    ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(1);
    CountDownLatch twice = new CountDownLatch(2);
    AtomicInteger runs = new AtomicInteger();
    var unused =
        scheduler.scheduleWithFixedDelay(
            () -> {
              if (runs.incrementAndGet() <= 2) {
                Unchecked.call(
                    () -> {
                      ask(seen, "tool", "scheduled");
                      return true;
                    });
                twice.countDown();
              }
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
    seen.await("two runs", twice);
    scheduler.shutdownNow();
  }

  /** The request is answered at once; its loop goes on behind it, in the context that it had. */
  private static void answeredEarly(Observation seen) throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean own = new AtomicBoolean();
    Dialog dialog = OpenAiDialog.blocking(model("tool", "answeredEarly"));
    ServerRequest.handle(
        seen,
        inside -> {
          SpanContext request = Span.current().getSpanContext();
          List<Dialog.ToolCall> calls = dialog.ask();
          ThreadShapes.inBackground(
              () -> {
                answered.await();
                calls.forEach(call -> dialog.result(call, "sunny"));
                own.set(request.equals(Span.current().getSpanContext()));
                dialog.ask();
                own.compareAndSet(true, request.equals(Span.current().getSpanContext()));
                done.countDown();
                return true;
              });
        });
    answered.countDown();
    seen.await("the end of the loop", done);
    seen.value("the context is the request's", own.get());
  }
}
