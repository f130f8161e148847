/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers people who try the example: plausible, and the same for the same conversation. */
final class DemoBrain implements Brain {

  private static final Pace PACE = new Pace(120, 15);
  private static final Pattern DELTA = Pattern.compile("\\S+\\s*|\\s+");

  private final SimulatorState state;

  DemoBrain(SimulatorState state) {
    this.state = state;
  }

  @Override
  public void refuse(int number, String authorization) {}

  @Override
  public AnswerPlan plan(Prompt prompt, int number) {
    List<Part> parts = new ArrayList<>();
    if (prompt.model().startsWith("o") || prompt.model().contains("reason")) {
      parts.add(Part.of(Part.Kind.REASONING, deltas(DemoSentences.reasoning(prompt))));
    }
    List<Tool> tools =
        prompt.toolRounds() > 0 ? List.of() : ToolChoice.choose(prompt.tools(), prompt.question());
    tools.forEach(tool -> parts.add(toolCall(tool, prompt)));
    if (tools.isEmpty()) {
      parts.add(Part.of(Part.Kind.TEXT, deltas(DemoSentences.answer(prompt))));
    }
    return new AnswerPlan(
        prompt.model() + "-" + number, PACE, parts, Finish.STOP, usage(prompt, parts), Fault.NONE);
  }

  private Part toolCall(Tool tool, Prompt prompt) {
    ArgumentSource source = new MessageArguments(tool, prompt.question());
    return Part.toolCall(
        state.nextToolCallId(prompt.model()),
        tool.name(),
        ToolArguments.fill(tool.parameters(), source));
  }

  private static Usage usage(Prompt prompt, List<Part> parts) {
    int before = tokensBefore(prompt);
    int input = 0;
    for (Message message : prompt.messages()) {
      input += TokenEstimate.of(message.text());
    }
    for (Tool tool : prompt.tools()) {
      input += TokenEstimate.of(tool.name() + " " + tool.description());
    }
    int output = 0;
    int reasoning = 0;
    for (Part part : parts) {
      int tokens = Math.max(1, TokenEstimate.of(part.name() + " " + part.text()));
      output += tokens;
      reasoning += part.kind() == Part.Kind.REASONING ? tokens : 0;
    }
    // A prefix is in the cache once an earlier turn has sent it.
    int cached = prompt.questions().size() > 2 ? before : 0;
    return new Usage(input, cached, -1, output, reasoning, Usage.Rule.BY_DEFAULT);
  }

  private static int tokensBefore(Prompt prompt) {
    int current = prompt.currentTurn().size();
    int tokens = 0;
    for (Message message : prompt.messages().subList(0, prompt.messages().size() - current)) {
      tokens += TokenEstimate.of(message.text());
    }
    return tokens;
  }

  private static List<String> deltas(String text) {
    List<String> deltas = new ArrayList<>();
    Matcher matcher = DELTA.matcher(text);
    while (matcher.find()) {
      deltas.add(matcher.group());
    }
    return deltas;
  }
}
