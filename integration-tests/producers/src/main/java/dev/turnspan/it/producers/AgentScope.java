/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import io.agentscope.core.ReActAgent;
import io.agentscope.core.message.Msg;
import io.agentscope.core.message.MsgRole;
import io.agentscope.core.model.Model;
import io.agentscope.core.model.OpenAIChatModel;
import io.agentscope.core.tool.Tool;
import io.agentscope.core.tool.ToolParam;
import io.agentscope.core.tool.Toolkit;
import io.agentscope.core.tracing.TracerRegistry;
import io.agentscope.core.tracing.telemetry.TelemetryTracer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.util.LinkedHashMap;
import java.util.Map;

/** AgentScope's agents, which tell of themselves when they are given a tracer. */
final class AgentScope {

  private AgentScope() {}

  /** By name. */
  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put(
        "toolRounds", seen -> ask(seen, agent("toolrounds2", "reactRounds", weather(), false)));
    scenarios.put(
        "streaming",
        seen -> ask(seen, agent("tool-in20-cached8-gap5", "reactStream", weather(), true)));
    scenarios.put("agentAsTool", AgentScope::agentAsTool);
    scenarios.put("overOpenAi", seen -> overOpenAi(seen, "sim-n3-sreactOverOpenAi", true));
    scenarios.put("besideOpenAi", seen -> overOpenAi(seen, "sim-n3-sreactBesideOpenAi", false));
    return scenarios;
  }

  private static void agentAsTool(Observation seen) {
    Toolkit tools = new Toolkit();
    tools.registration().subAgent(() -> agent("n2", "agentInTool", new Toolkit(), false)).apply();
    ask(seen, agent("tool", "agentOfAgent", tools, false));
  }

  private static void overOpenAi(Observation seen, String model, boolean inContext) {
    ask(seen, agent(new OverOpenAi(model, inContext), new Toolkit()));
  }

  private static void ask(Observation seen, ReActAgent agent) {
    TracerRegistry.register(
        TelemetryTracer.builder().tracer(GlobalOpenTelemetry.getTracer("agentscope-java")).build());
    Msg question = Msg.builder().name("user").role(MsgRole.USER).textContent("hi").build();
    seen.call("answer", () -> agent.call(question).map(Msg::getTextContent).block());
  }

  private static ReActAgent agent(String script, String scenario, Toolkit tools, boolean stream) {
    return agent(
        OpenAIChatModel.builder()
            .apiKey(Program.key())
            .baseUrl(Program.provider())
            .modelName("sim-" + script + "-s" + scenario)
            .stream(stream)
            .build(),
        tools);
  }

  private static ReActAgent agent(Model model, Toolkit tools) {
    return ReActAgent.builder()
        .name("helper")
        .description("helps")
        .model(model)
        .toolkit(tools)
        .build();
  }

  private static Toolkit weather() {
    Toolkit tools = new Toolkit();
    tools.registerTool(new Weather());
    return tools;
  }

  /** An application's tools. */
  public static final class Weather {

    /** One of them. */
    @Tool(name = "weather", description = "Tells the weather")
    public String weather(@ToolParam(name = "city", description = "Which one") String city) {
      return "sunny in " + city;
    }
  }
}
