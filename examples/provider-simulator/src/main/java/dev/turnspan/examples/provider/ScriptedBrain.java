/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers exactly what the script says. */
final class ScriptedBrain implements Brain {

  private static final int TOOL_CALL_TOKENS = 7;

  private final Script script;
  private final SimulatorState state;

  ScriptedBrain(Script script, SimulatorState state) {
    this.script = script;
    this.state = state;
  }

  @Override
  public void refuse(int number, String authorization) throws ApiError {
    script.refuse(number, authorization);
  }

  @Override
  public AnswerPlan plan(Prompt prompt, int number) {
    boolean callsTools =
        !prompt.tools().isEmpty()
            && script.toolUse().calls() > 0
            && prompt.toolRounds() < script.toolUse().rounds();
    List<Part> parts = new ArrayList<>();
    if (script.reasoning() > 0) {
      parts.add(Part.of(Part.Kind.REASONING, numbered("think", script.reasoning())));
    }
    if (callsTools) {
      parts.addAll(toolCalls(prompt));
    } else if (script.words() > 0) {
      boolean refuses = script.finish() == Finish.REFUSAL;
      parts.add(
          Part.of(refuses ? Part.Kind.REFUSAL : Part.Kind.TEXT, numbered("word", script.words())));
    }
    return new AnswerPlan(
        prompt.model() + "-" + number,
        script.pace(),
        parts,
        script.finish(),
        usage(callsTools ? TOOL_CALL_TOKENS : script.words()),
        script.fault());
  }

  private List<Part> toolCalls(Prompt prompt) {
    List<Part> calls = new ArrayList<>();
    for (int i = 0; i < script.toolUse().calls(); i++) {
      Tool tool = prompt.tools().get(i % prompt.tools().size());
      String arguments = ToolArguments.fill(tool.parameters(), new CountingArguments());
      calls.add(Part.toolCall(state.nextToolCallId(prompt.model()), tool.name(), arguments));
    }
    return calls;
  }

  private Usage usage(int answerTokens) {
    Script.Tokens tokens = script.tokens();
    return new Usage(
        tokens.input(),
        tokens.cached(),
        tokens.cacheWrite(),
        answerTokens + script.reasoning(),
        script.reasoning(),
        tokens.rule());
  }

  private static List<String> numbered(String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> word + i + " ").toList();
  }
}
