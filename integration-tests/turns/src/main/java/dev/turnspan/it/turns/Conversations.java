/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static dev.turnspan.it.turns.Table.model;

import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;

/** Who speaks with whom, and how that is known. */
final class Conversations {

  private Conversations() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("interleaved", Conversations::interleaved);
    scenarios.put(
        "interleavedServed",
        seen -> ServerRequest.handle(seen, inside -> interleave(inside, "interleavedServed")));
    scenarios.put("baggage", Conversations::baggage);
    scenarios.put(
        "baggageServed",
        seen -> served(seen, "baggageServed", "baggage: conversation.id=c-served"));
    scenarios.put("headerServed", seen -> served(seen, "headerServed", "X-Conversation: c-header"));
    scenarios.put("request", seen -> inConversation("request", "conv_1"));
    scenarios.put(
        "twoIdsServed",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  inConversation("twoIdsServed", "conv_1");
                  inConversation("twoIdsServed", "conv_2");
                  inConversation("twoIdsServed", "conv_1");
                }));
    scenarios.put(
        "embeddingsServed",
        seen -> ServerRequest.handle(seen, Conversations::embeddingBetweenSteps));
  }

  private static void embeddingBetweenSteps(Observation seen) throws Exception {
    Loop loop = new Loop(seen, OpenAiDialog.blocking(model("tool", "embeddingsServed")));
    List<Dialog.ToolCall> calls = loop.ask();
    OpenAiDialog.CLIENT
        .embeddings()
        .create(
            EmbeddingCreateParams.builder()
                .model(model("in7", "embeddingsServed"))
                .input("hi")
                .build());
    loop.tools(calls);
    loop.ask();
  }

  /** Two users, one thread. */
  private static void interleaved(Observation seen) throws Exception {
    interleave(seen, "interleaved");
  }

  private static void interleave(Observation seen, String scenario) throws Exception {
    Loop one = new Loop(seen, OpenAiDialog.blocking(model("tool", scenario)));
    Loop other = new Loop(seen, OpenAiDialog.blocking(model("tool", scenario)));
    List<Dialog.ToolCall> callsOfOne = one.ask();
    List<Dialog.ToolCall> callsOfOther = other.ask();
    one.tools(callsOfOne);
    other.tools(callsOfOther);
    other.ask();
    one.ask();
  }

  @SuppressWarnings("try") // The scope is there to be closed.
  private static void baggage(Observation seen) throws Exception {
    try (Scope unused =
        Baggage.builder().put("conversation.id", "c-baggage").build().makeCurrent()) {
      new Loop(seen, OpenAiDialog.blocking(model("tool", "baggage"))).run();
    }
  }

  private static void served(Observation seen, String scenario, String header) throws Exception {
    ServerRequest.handle(
        seen,
        inside -> new Loop(inside, OpenAiDialog.blocking(model("tool", scenario))).run(),
        header);
  }

  private static void inConversation(String scenario, String conversation) {
    var unused =
        OpenAiDialog.CLIENT
            .responses()
            .create(
                ResponseCreateParams.builder()
                    .model(model("n3", scenario))
                    .input("hi")
                    .conversation(conversation)
                    .build());
  }
}
