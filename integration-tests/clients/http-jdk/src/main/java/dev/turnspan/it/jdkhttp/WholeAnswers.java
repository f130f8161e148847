/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static dev.turnspan.it.jdkhttp.Requests.CLIENT;
import static dev.turnspan.it.jdkhttp.Requests.chat;
import static dev.turnspan.it.jdkhttp.Requests.model;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Answers in one piece. */
final class WholeAnswers {

  private static final Pattern TOOL_CALL = Pattern.compile("call_\\d+");

  private WholeAnswers() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "blocking", "n3");
    scenarios.put("async", seen -> askLater(seen, chat(model("ttft200", "async"))));
    scenarios.put("cancelled", seen -> cancelled(seen, "cancelled", false));
    scenarios.put("cancelledBelow", seen -> cancelled(seen, "cancelledBelow", true));
    add(scenarios, "usageMissing", "nousage");
    add(scenarios, "detailedUsage", "in20-cached8-reason5-n2");
    add(scenarios, "unauthorized", "status401");
    add(scenarios, "rateLimited", "status429");
    add(scenarios, "noFinishReason", "nofinish");
    add(scenarios, "length", "length");
    add(scenarios, "contentFilter", "filter");
    add(scenarios, "refusal", "refusal");
    add(scenarios, "malformedWhole", "malformed0");
    add(scenarios, "cutWhole", "cut0");
    addTools(scenarios);
    addUnreachable(scenarios);
  }

  private static void addTools(Map<String, Scenario> scenarios) {
    scenarios.put("parallelTools", seen -> askWithTools(seen, model("tools2", "parallelTools")));
    scenarios.put("toolTurn", seen -> askWithTools(seen, model("tool", "toolTurn")));
  }

  private static void askWithTools(Observation seen, String model) {
    List<String> calls = new ArrayList<>();
    seen.call(
        "answer",
        () -> {
          HttpResponse<String> answer =
              CLIENT.send(Requests.chatWithTools(model, false), BodyHandlers.ofString());
          TOOL_CALL.matcher(answer.body()).results().map(MatchResult::group).forEach(calls::add);
          return show(answer);
        });
    ask(seen, Requests.chatAfterTools(model, calls));
  }

  private static void addUnreachable(Map<String, Scenario> scenarios) {
    scenarios.put(
        "connectError",
        seen ->
            ask(
                seen,
                Requests.post(
                    Program.nobody() + "/v1/chat/completions",
                    Requests.body(model("n3", "connectError"), ""))));
    scenarios.put(
        "connectErrorAsync",
        seen ->
            askLater(
                seen,
                Requests.post(
                    Program.nobody() + "/v1/chat/completions",
                    Requests.body(model("n3", "connectErrorAsync"), ""))));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> ask(seen, chat(model(script, name))));
  }

  static void ask(Observation seen, HttpRequest request) {
    seen.call("answer", () -> show(CLIENT.send(request, BodyHandlers.ofString())));
    seen.value("after the call", "goes on");
  }

  /** Not the request's headers: the agent adds its own. */
  private static String show(HttpResponse<String> response) {
    return response.statusCode() + " to " + response.request() + ": " + response.body();
  }

  static void askLater(Observation seen, HttpRequest request) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<HttpResponse<String>> unused =
        CLIENT
            .sendAsync(request, BodyHandlers.ofString())
            .whenComplete(
                (response, failure) -> {
                  if (failure == null) {
                    seen.value("answer", show(response));
                  } else {
                    seen.failure("failure", failure);
                  }
                  done.countDown();
                });
    seen.await("answer", done);
    seen.value("after the call", "goes on");
  }

  private static void cancelled(Observation seen, String name, boolean below) {
    CompletableFuture<HttpResponse<String>> future =
        CLIENT.sendAsync(chat(model("ttft300", name)), BodyHandlers.ofString());
    CompletableFuture<?> held = below ? future.thenApply(HttpResponse::body) : future;
    seen.value("cancel", held.cancel(true));
    seen.value("cancelled", isCancelled(held));
  }

  /** Whether it completes as cancelled itself or by the client's failure is a race in the JDK. */
  private static boolean isCancelled(CompletableFuture<?> future) {
    try {
      future.get();
      return false;
    } catch (CancellationException e) {
      return true;
    } catch (ExecutionException e) {
      return e.getCause() instanceof CancellationException;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
