/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The events of one streamed answer of Converse or Nova. */
final class ConverseStream implements StreamFormat {

  private final ConverseFormat format;
  private final AnswerPlan plan;
  private final BedrockFormat.Sink sink;
  private int block;

  ConverseStream(ConverseFormat format, AnswerPlan plan, BedrockFormat.Sink sink) {
    this.format = format;
    this.plan = plan;
    this.sink = sink;
  }

  @Override
  public void opened() throws IOException {
    sink.event("messageStart", Json.object().put("role", "assistant"));
  }

  /** Blocks of text are not announced. */
  @Override
  public void partOpened(Part part) throws IOException {
    if (part.kind() == Part.Kind.TOOL_CALL) {
      ObjectNode event = Json.object();
      event
          .putObject("start")
          .putObject("toolUse")
          .put("toolUseId", part.callId())
          .put("name", part.name());
      sink.event("contentBlockStart", event.put("contentBlockIndex", block));
    }
  }

  @Override
  public void delta(Part part, String text) throws IOException {
    ObjectNode event = Json.object();
    ObjectNode delta = event.putObject("delta");
    switch (part.kind()) {
      case REASONING -> delta.putObject("reasoningContent").put("text", text);
      case TEXT, REFUSAL -> delta.put("text", text);
      case TOOL_CALL -> delta.putObject("toolUse").put("input", text);
    }
    sink.event("contentBlockDelta", event.put("contentBlockIndex", block));
  }

  @Override
  public void partClosed(Part part) throws IOException {
    sink.event("contentBlockStop", Json.object().put("contentBlockIndex", block++));
  }

  @Override
  public void finished() throws IOException {
    if (plan.finish() == Finish.FAILED) {
      failed();
      return;
    }
    String reason = ConverseFormat.stopReason(plan);
    if (reason != null) {
      sink.event("messageStop", Json.object().put("stopReason", reason));
    }
    ObjectNode metadata = Json.object();
    if (plan.usage().reported()) {
      metadata.set("usage", format.usage(plan.usage()));
    }
    metadata.putObject("metrics").put("latencyMs", 1);
    sink.event("metadata", metadata);
  }

  @Override
  public void failed() throws IOException {
    sink.exception();
  }
}
