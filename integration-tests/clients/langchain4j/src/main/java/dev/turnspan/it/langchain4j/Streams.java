/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.name;
import static dev.turnspan.it.langchain4j.Models.streaming;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Streams: the library has only such as call the application back. On which thread is chance, so it
 * is not noted: the JDK's client calls back at once if the answer is there before anyone listens.
 */
final class Streams {

  private Streams() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "streaming", "gap5-n3");
    add(scenarios, "streamUsageMissing", "nousage-n3");
    add(scenarios, "noFinishReasonStream", "nofinish-n3-nousage");
    add(scenarios, "errorEvent", "errorevent1-n3");
    add(scenarios, "malformed", "malformed1-n3");
    add(scenarios, "cut", "cut1-n3");
    add(scenarios, "cutAtOnce", "cut0-n3");
    add(scenarios, "unauthorizedStream", "status401");
    scenarios.put("reasoningFirst", Streams::reasoningFirst);
    scenarios.put("toolCallOnly", Streams::toolCallOnly);
    scenarios.put("inParallel", Streams::inParallel);
    scenarios.put(
        "connectErrorStream",
        seen ->
            read(
                seen,
                streaming(name("n3", "connectErrorStream")).baseUrl(Program.nobody()).build()));
    scenarios.put("collectedStream", Streams::collected);
    scenarios.put("handlerThrows", seen -> handlerThrows(seen, "handlerThrows", "part"));
    scenarios.put("completionThrows", seen -> handlerThrows(seen, "completionThrows", "complete"));
    scenarios.put(
        "wrappedStreamingModel",
        seen ->
            read(seen, new Wrapper(streaming(name("gap5-n3", "wrappedStreamingModel")).build())));
  }

  private static void add(Map<String, Scenario> scenarios, String name, String script) {
    scenarios.put(name, seen -> read(seen, streaming(name(script, name)).build()));
  }

  static void read(Observation seen, StreamingChatModel model) throws InterruptedException {
    read(seen, model, WholeAnswers.request());
  }

  private static void read(Observation seen, StreamingChatModel model, ChatRequest request)
      throws InterruptedException {
    Handler handler = new Handler(seen, "");
    model.chat(request, handler);
    handler.awaitEnd();
  }

  /** Since 1.4 the library tells of reasoning, if it was asked to. */
  private static void reasoningFirst(Observation seen) throws Exception {
    OpenAiStreamingChatModelBuilder builder = streaming(name("reason3-gap5-n2", "reasoningFirst"));
    if (Models.has(OpenAiStreamingChatModelBuilder.class, "returnThinking")) {
      Models.call(builder, "returnThinking", Boolean.class, true);
    }
    read(seen, builder.build());
  }

  private static void toolCallOnly(Observation seen) throws Exception {
    ChatRequest request =
        ChatRequest.builder()
            .messages(UserMessage.from("hi"))
            .toolSpecifications(ToolSpecification.builder().name("weather").build())
            .build();
    read(seen, streaming(name("tool", "toolCallOnly")).build(), request);
  }

  private static void inParallel(Observation seen) throws Exception {
    StreamingChatModel slow = streaming(name("ttft60-gap20-n3", "inParallel")).build();
    StreamingChatModel fast = streaming(name("ttft20-gap20-n4", "inParallel")).build();
    Collector first = new Collector();
    Collector second = new Collector();
    slow.chat(WholeAnswers.request(), first);
    fast.chat(WholeAnswers.request(), second);
    seen.await("slow answer", first.done);
    seen.await("fast answer", second.done);
    seen.value("answers", first.text + ", " + second.text);
  }

  /** The garbage collector comes while a stream is on its way. */
  private static void collected(Observation seen) throws Exception {
    Handler handler = new Handler(seen, "");
    streaming(name("ttft100-gap20-n4", "collectedStream"))
        .build()
        .chat(WholeAnswers.request(), handler);
    Observation.collectGarbage();
    handler.awaitEnd();
  }

  private static void handlerThrows(Observation seen, String scenario, String where)
      throws Exception {
    Handler handler = new Handler(seen, where);
    streaming(name("gap5-n4", scenario)).build().chat(WholeAnswers.request(), handler);
    handler.awaitEnd();
  }

  /** Notes what it is called with, and may throw. */
  static final class Handler implements StreamingChatResponseHandler {

    private final Observation seen;
    private final String throwsAt;
    private final CountDownLatch done = new CountDownLatch(1);
    private int parts;

    Handler(Observation seen, String throwsAt) {
      this.seen = seen;
      this.throwsAt = throwsAt;
    }

    @Override
    public void onPartialResponse(String part) {
      if (isOver()) {
        return;
      }
      seen.value("part", part);
      parts++;
      fail("part", parts == 2);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      if (isOver()) {
        return;
      }
      seen.value("complete", Models.describe(response));
      done.countDown();
      fail("complete", true);
    }

    @Override
    public void onError(Throwable error) {
      if (isOver()) {
        return;
      }
      seen.failure("error", error);
      if (throwsAt.isEmpty()) {
        done.countDown();
      }
    }

    /** The library may go on after an error, while the scenario is over. */
    private boolean isOver() {
      return done.getCount() == 0;
    }

    private void fail(String where, boolean now) {
      if (now && throwsAt.equals(where)) {
        throw new IllegalStateException("the application's own failure");
      }
    }

    void awaitEnd() throws InterruptedException {
      seen.await("completion", done);
    }
  }

  /** Says nothing: in which order two streams come is chance. */
  private static final class Collector implements StreamingChatResponseHandler {

    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public void onPartialResponse(String part) {
      text.append(part);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      done.countDown();
    }

    @Override
    public void onError(Throwable error) {
      text.append(error);
      done.countDown();
    }
  }

  /** An application's own model around one of the library's. */
  private record Wrapper(OpenAiStreamingChatModel inner) implements StreamingChatModel {
    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      inner.chat(request, handler);
    }
  }
}
