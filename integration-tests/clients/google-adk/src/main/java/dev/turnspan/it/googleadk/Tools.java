/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import static dev.turnspan.it.googleadk.Agents.agent;

import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig.StreamingMode;
import com.google.adk.tools.AgentTool;
import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.FunctionTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.FunctionDeclaration;
import dev.turnspan.it.program.Scenario;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs in which the model asks for tools. */
public final class Tools {

  private Tools() {}

  static void addTo(Map<String, Scenario> scenarios) {
    add(scenarios, "toolTurn", "tool", StreamingMode.NONE);
    add(scenarios, "toolTurnStream", "tool-gap5", StreamingMode.SSE);
    add(scenarios, "parallelTools", "tools2", StreamingMode.NONE);
    add(scenarios, "toolRounds", "toolrounds2", StreamingMode.NONE);
    scenarios.put(
        "tooManySteps",
        seen -> {
          LlmAgent agent = withTools("toolrounds3", "tooManySteps");
          new Conversation(agent, "tooManySteps").sayLimited(seen, 2);
        });
    addOwn(
        scenarios,
        "toolElsewhere",
        () ->
            Single.<Map<String, Object>>fromCallable(() -> Map.of("result", "later"))
                .subscribeOn(Schedulers.io()));
    addOwn(
        scenarios,
        "toolFails",
        () -> Single.error(new IllegalStateException("the tool is out of order")));
    addOwn(
        scenarios,
        "toolThrows",
        () -> {
          throw new IllegalStateException("the tool is out of order");
        });
    scenarios.put(
        "agentAsTool",
        seen -> {
          LlmAgent inner =
              agent("n2", "agentAsTool").name("expert").description("knows more").build();
          LlmAgent outer = agent("tool", "agentAsTool").tools(AgentTool.create(inner)).build();
          new Conversation(outer, "agentAsTool").say(seen, StreamingMode.NONE);
        });
  }

  /** A tool. */
  public static Map<String, Object> weather(@Schema(name = "city") String city) {
    return Map.of("result", "sunny in " + city);
  }

  /** Another one, that fails by the library's rules. */
  public static Map<String, Object> population(@Schema(name = "country") String country) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", "error");
    answer.put("message", "no such country as " + country);
    return answer;
  }

  private static void add(
      Map<String, Scenario> scenarios, String name, String script, StreamingMode mode) {
    scenarios.put(name, seen -> new Conversation(withTools(script, name), name).say(seen, mode));
  }

  private static LlmAgent withTools(String script, String scenario) {
    return agent(script, scenario)
        .tools(
            FunctionTool.create(Tools.class, "weather"),
            FunctionTool.create(Tools.class, "population"))
        .build();
  }

  private static void addOwn(
      Map<String, Scenario> scenarios, String name, Supplier<Single<Map<String, Object>>> work) {
    scenarios.put(
        name,
        seen ->
            new Conversation(agent("tool", name).tools(new OwnTool(work)).build(), name)
                .say(seen, StreamingMode.NONE));
  }

  private static final class OwnTool extends BaseTool {

    private final Supplier<Single<Map<String, Object>>> work;

    OwnTool(Supplier<Single<Map<String, Object>>> work) {
      super("own", "of the application");
      this.work = work;
    }

    @Override
    public Optional<FunctionDeclaration> declaration() {
      return Optional.of(FunctionDeclaration.builder().name(name()).build());
    }

    @Override
    public Single<Map<String, Object>> runAsync(Map<String, Object> args, ToolContext context) {
      return work.get();
    }
  }
}
