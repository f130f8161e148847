/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of Meta's models on Bedrock: one text in, one text out. */
final class LlamaFormat implements BedrockFormat {

  @Override
  public Prompt prompt(String model, boolean stream, ObjectNode body) throws ApiError {
    if (!body.path("prompt").isTextual()) {
      throw ApiError.badRequest("Malformed input request: required key [prompt] not found");
    }
    Message message = new Message(Message.Role.USER, body.path("prompt").asText());
    return new Prompt(model, stream, true, List.of(message), List.of(), body);
  }

  @Override
  public ObjectNode whole(AnswerPlan plan) {
    ObjectNode answer = Json.object().put("generation", text(plan));
    if (plan.usage().reported()) {
      answer.put("prompt_token_count", plan.usage().input());
      answer.put("generation_token_count", plan.usage().output());
    }
    return answer.put("stop_reason", stopReason(plan));
  }

  private static String text(AnswerPlan plan) {
    return plan.text(Part.Kind.TEXT) + plan.text(Part.Kind.REFUSAL);
  }

  private static @Nullable String stopReason(AnswerPlan plan) {
    return switch (plan.finish()) {
      case NONE -> null;
      case LENGTH -> "length";
      case STOP, FILTER, REFUSAL, FAILED -> "stop";
    };
  }

  @Override
  public StreamFormat stream(AnswerPlan plan, Sink sink) {
    return new Stream(plan, sink);
  }

  private static final class Stream implements StreamFormat {

    private final AnswerPlan plan;
    private final Sink sink;
    private int tokens;

    Stream(AnswerPlan plan, Sink sink) {
      this.plan = plan;
      this.sink = sink;
    }

    @Override
    public void opened() {}

    @Override
    public void partOpened(Part part) {}

    @Override
    public void delta(Part part, String text) throws IOException {
      if (part.kind() == Part.Kind.TEXT || part.kind() == Part.Kind.REFUSAL) {
        sink.event("", chunk(text).putNull("stop_reason"));
      }
    }

    @Override
    public void partClosed(Part part) {}

    @Override
    public void finished() throws IOException {
      if (plan.finish() == Finish.FAILED) {
        failed();
        return;
      }
      ObjectNode last = chunk("").put("stop_reason", stopReason(plan));
      sink.event("", BedrockFormat.withMetrics(last, plan.usage()));
    }

    @Override
    public void failed() throws IOException {
      sink.exception();
    }

    /** Only the first chunk tells the length of the prompt. */
    private ObjectNode chunk(String text) {
      ObjectNode chunk = Json.object().put("generation", text);
      if (plan.usage().reported()) {
        chunk.put("prompt_token_count", tokens == 0 ? plan.usage().input() : null);
        tokens += text.isEmpty() ? 0 : 1;
        chunk.put("generation_token_count", text.isEmpty() ? plan.usage().output() : tokens);
      }
      return chunk;
    }
  }
}
