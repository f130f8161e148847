/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import static dev.turnspan.it.openai.Clients.model;

import com.openai.core.JsonValue;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseStreamEvent;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The Responses API. */
final class ResponsesApi {

  private static final JsonValue TOOLS = JsonValue.from(List.of(tool()));

  private ResponsesApi() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "responsesBlocking", "in20-cached8-reason1-n3");
    add(scenarios, "responsesLength", "length");
    add(scenarios, "responsesFilter", "filter");
    add(scenarios, "responsesRefusal", "refusal");
    add(scenarios, "responsesFailed", "failed");
    add(scenarios, "responsesUnauthorized", "status401");
    addStream(scenarios, "responsesStreaming", "gap5-n3");
    addStream(scenarios, "responsesStreamFailed", "failed");
    addStream(scenarios, "responsesErrorEvent", "errorevent1-n3");
    addStream(scenarios, "responsesCut", "cut1-n3");
    scenarios.put("responsesClosedEarly", ResponsesApi::closedEarly);
    scenarios.put("responsesAsync", ResponsesApi::async);
    scenarios.put("responsesAsyncStreaming", ResponsesApi::asyncStreaming);
    scenarios.put("responsesToolCall", ResponsesApi::toolCall);
    scenarios.put("responsesToolTurn", ResponsesApi::toolTurn);
    if (conversation().isPresent()) {
      scenarios.put("responsesConversation", ResponsesApi::inConversation);
    }
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> seen.call("answer", () -> create(params(model(script, name)))));
  }

  private static void addStream(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, params(model(script, name))));
  }

  private static Map<String, Object> tool() {
    Map<String, Object> tool = Clients.object("type", "function", "strict", false);
    tool.putAll(Clients.function("weather", "city"));
    return tool;
  }

  private static ResponseCreateParams.Builder params(String model) {
    return ResponseCreateParams.builder().model(model).input("hi");
  }

  private static Response create(ResponseCreateParams.Builder params) {
    return Clients.STRICT.responses().create(params.build());
  }

  private static void read(Observation seen, ResponseCreateParams.Builder params) {
    seen.call(
        "stream",
        () -> {
          try (StreamResponse<ResponseStreamEvent> stream =
              Clients.STRICT.responses().createStreaming(params.build())) {
            stream.stream().forEach(event -> seen.value("event", event));
          }
          return "closed";
        });
  }

  private static void closedEarly(Observation seen) {
    try (StreamResponse<ResponseStreamEvent> stream =
        Clients.STRICT
            .responses()
            .createStreaming(params(model("gap20-n9", "responsesClosedEarly")).build())) {
      Iterator<ResponseStreamEvent> events = stream.stream().iterator();
      boolean spoke = false;
      while (!spoke) {
        ResponseStreamEvent event = events.next();
        seen.value("event", event);
        spoke = event.outputTextDelta().isPresent();
      }
    }
  }

  private static void async(Observation seen) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Response> unused =
        Clients.STRICT
            .async()
            .responses()
            .create(params(model("ttft300", "responsesAsync")).build())
            .whenComplete(
                (answer, failure) -> {
                  seen.value("answer", answer);
                  seen.value("failure", failure);
                  done.countDown();
                });
    seen.await("answer", done);
  }

  private static void asyncStreaming(Observation seen) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AsyncStreamResponse<ResponseStreamEvent> stream =
        Clients.STRICT
            .async()
            .responses()
            .createStreaming(params(model("n3", "responsesAsyncStreaming")).build());
    stream.subscribe(
        new AsyncStreamResponse.Handler<>() {
          @Override
          public void onNext(ResponseStreamEvent event) {
            seen.valueOnThread("event", event);
          }

          @Override
          public void onComplete(Optional<Throwable> failure) {
            seen.valueOnThread("complete", failure);
            done.countDown();
          }
        });
    seen.await("completion", done);
  }

  private static void toolCall(Observation seen) {
    read(
        seen, params(model("tool", "responsesToolCall")).putAdditionalBodyProperty("tools", TOOLS));
  }

  /** The second request names the first answer, the third the second. */
  private static void toolTurn(Observation seen) {
    String model = model("tool", "responsesToolTurn");
    Response first = create(params(model).putAdditionalBodyProperty("tools", TOOLS));
    seen.value("answer", first);
    List<ResponseInputItem> results = new ArrayList<>();
    for (String id : toolCallIds(first)) {
      results.add(
          ResponseInputItem.ofFunctionCallOutput(
              ResponseInputItem.FunctionCallOutput.builder().callId(id).output("result").build()));
    }
    Response second =
        create(
            ResponseCreateParams.builder()
                .model(model)
                .inputOfResponse(results)
                .previousResponseId(first.id())
                .putAdditionalBodyProperty("tools", TOOLS));
    seen.value("answer", second);
    seen.value("answer", create(params(model).previousResponseId(second.id())));
  }

  private static List<String> toolCallIds(Response response) {
    Map<?, ?> json = JsonValue.from(response).convert(Map.class);
    List<String> ids = new ArrayList<>();
    if (json != null && json.get("output") instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> call && "function_call".equals(call.get("type"))) {
          ids.add(String.valueOf(call.get("call_id")));
        }
      }
    }
    return ids;
  }

  private static void inConversation(Observation seen) throws Exception {
    ResponseCreateParams.Builder params = params(model("n3", "responsesConversation"));
    conversation().orElseThrow().invoke(params, "conv_1");
    seen.value("answer", create(params));
  }

  /** Not in versions before 3. */
  private static Optional<Method> conversation() {
    try {
      return Optional.of(
          ResponseCreateParams.Builder.class.getMethod("conversation", String.class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
