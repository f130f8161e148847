/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** The lines of one streamed answer; the last one has the counts. */
final class OllamaStream implements StreamFormat {

  private final OllamaFormat format;
  private final Prompt prompt;
  private final AnswerPlan plan;
  private final EventStream events;

  OllamaStream(OllamaFormat format, Prompt prompt, AnswerPlan plan, EventStream events) {
    this.format = format;
    this.prompt = prompt;
    this.plan = plan;
    this.events = events;
  }

  @Override
  public void opened() {}

  @Override
  public void partOpened(Part part) {}

  @Override
  public void delta(Part part, String delta) throws IOException {
    switch (part.kind()) {
      case REASONING -> events.data(format.line(prompt, "", delta, List.of()));
      case TEXT, REFUSAL -> events.data(format.line(prompt, delta, null, List.of()));
      case TOOL_CALL -> {}
    }
  }

  @Override
  public void partClosed(Part part) throws IOException {
    if (part.kind() == Part.Kind.TOOL_CALL) {
      events.data(format.line(prompt, "", null, List.of(part)));
    }
  }

  @Override
  public void finished() throws IOException {
    if (plan.finish() == Finish.FAILED) {
      failed();
      return;
    }
    ObjectNode last = format.line(prompt, "", null, List.of());
    events.data(OllamaFormat.end(last, plan));
  }

  @Override
  public void failed() throws IOException {
    events.data(Json.object().put("error", "scripted failure"));
  }
}
