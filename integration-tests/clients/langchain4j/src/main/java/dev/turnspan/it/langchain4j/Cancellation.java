/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.name;
import static dev.turnspan.it.langchain4j.Models.streaming;

import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Since 1.8 a stream can be broken off. */
final class Cancellation {

  /** One word, and then nothing for a long time. */
  private static final String SCRIPT = "hang1-n3";

  private Cancellation() {}

  static void addTo(Map<String, Scenario> scenarios) {
    if (Models.has(TokenStream.class, "onPartialResponseWithContext")) {
      scenarios.put("closedEarly", seen -> inCallback(seen, "closedEarly"));
      scenarios.put("closedElsewhere", seen -> elsewhere(seen, "closedElsewhere"));
      scenarios.put("serviceClosedEarly", Cancellation::service);
    }
  }

  private static void inCallback(Observation seen, String scenario) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    stream(
        scenario,
        context -> {
          seen.value("first part", "came");
          cancel(context);
          seen.value("cancelled", true);
          closed.countDown();
        });
    seen.await("first part", closed);
  }

  /** The stop button of a user interface. */
  private static void elsewhere(Observation seen, String scenario) throws Exception {
    CountDownLatch came = new CountDownLatch(1);
    Object[] handle = {new Object()};
    stream(
        scenario,
        context -> {
          handle[0] = context;
          came.countDown();
        });
    seen.await("first part", came);
    cancel(handle[0]);
    seen.value("cancelled", true);
  }

  /** The method that has the handle is younger than what this is compiled against. */
  private static void stream(String scenario, FirstPart reaction) {
    boolean[] reacted = {false};
    StreamingChatResponseHandler handler =
        (StreamingChatResponseHandler)
            Proxy.newProxyInstance(
                Cancellation.class.getClassLoader(),
                new Class<?>[] {StreamingChatResponseHandler.class},
                (proxy, method, arguments) -> {
                  if (isFirstPart(method, arguments) && !reacted[0]) {
                    reacted[0] = true;
                    reaction.come(arguments[1]);
                  }
                  return null;
                });
    streaming(name(SCRIPT, scenario)).build().chat(WholeAnswers.request(), handler);
  }

  private static boolean isFirstPart(Method method, Object @Nullable [] arguments) {
    return method.getName().equals("onPartialResponse")
        && arguments != null
        && arguments.length == 2;
  }

  private static void service(Observation seen) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    BiConsumer<Object, Object> onPart =
        (part, context) -> {
          if (closed.getCount() > 0) {
            cancel(context);
            seen.value("cancelled", true);
            closed.countDown();
          }
        };
    TokenStream stream =
        AiServices.create(
                Assistants.Streaming.class, streaming(name(SCRIPT, "serviceClosedEarly")).build())
            .chat("hi");
    TokenStream.class
        .getMethod("onPartialResponseWithContext", BiConsumer.class)
        .invoke(stream, onPart);
    stream.onCompleteResponse(response -> {}).onError(error -> {}).start();
    seen.await("first part", closed);
  }

  private static void cancel(Object context) {
    try {
      Object handle = context.getClass().getMethod("streamingHandle").invoke(context);
      Class.forName("dev.langchain4j.model.chat.response.StreamingHandle")
          .getMethod("cancel")
          .invoke(handle);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface FirstPart {
    void come(Object context);
  }
}
