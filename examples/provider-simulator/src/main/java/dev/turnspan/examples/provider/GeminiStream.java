/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The chunks of one streamed answer of Gemini; usage is repeated on each. */
final class GeminiStream implements StreamFormat {

  private final Prompt prompt;
  private final AnswerPlan plan;
  private final EventStream events;
  private int tokens;

  GeminiStream(Prompt prompt, AnswerPlan plan, EventStream events) {
    this.prompt = prompt;
    this.plan = plan;
    this.events = events;
  }

  @Override
  public void opened() {}

  @Override
  public void partOpened(Part part) {}

  @Override
  public void delta(Part part, String text) throws IOException {
    // The call of a tool comes in one piece, a blocked prompt without an answer.
    if (part.kind() == Part.Kind.TEXT || part.kind() == Part.Kind.REASONING) {
      tokens += part.kind() == Part.Kind.TEXT ? 1 : 0;
      send(GeminiFormat.part(part, text), null);
    }
  }

  @Override
  public void partClosed(Part part) throws IOException {
    if (part.kind() == Part.Kind.TOOL_CALL) {
      send(GeminiFormat.part(part, part.text()), null);
    }
  }

  @Override
  public void finished() throws IOException {
    if (plan.finish() == Finish.FAILED) {
      failed();
    } else if (plan.has(Part.Kind.REFUSAL)) {
      events.data(GeminiFormat.blocked(prompt, plan));
    } else {
      tokens = plan.usage().output() - plan.usage().reasoning();
      send(Json.object().put("text", ""), GeminiFormat.finishReason(plan));
    }
  }

  @Override
  public void failed() throws IOException {
    events.data(GeminiEndpoint.error(500, "scripted failure"));
  }

  private void send(ObjectNode part, @Nullable String finishReason) throws IOException {
    events.data(GeminiFormat.chunk(prompt, plan, Json.array().add(part), finishReason, tokens));
  }
}
