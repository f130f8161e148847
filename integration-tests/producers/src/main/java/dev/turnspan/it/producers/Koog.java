/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import ai.koog.agents.core.agent.AIAgent;
import ai.koog.agents.core.tools.ToolRegistry;
import ai.koog.agents.core.tools.annotations.LLMDescription;
import ai.koog.agents.core.tools.annotations.Tool;
import ai.koog.agents.core.tools.reflect.ToolSet;
import ai.koog.agents.features.opentelemetry.feature.OpenTelemetry;
import ai.koog.prompt.executor.clients.ConnectionTimeoutConfig;
import ai.koog.prompt.executor.clients.openai.OpenAIClientSettings;
import ai.koog.prompt.executor.clients.openai.OpenAILLMClient;
import ai.koog.prompt.executor.llms.MultiLLMPromptExecutor;
import ai.koog.prompt.llm.LLMCapability;
import ai.koog.prompt.llm.LLMProvider;
import ai.koog.prompt.llm.LLModel;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import java.util.Map;

/** Koog's agents: each run is inside its strategy, which is inside the making of the agent. */
final class Koog {

  private Koog() {}

  /** By name. */
  static Map<String, Scenario> scenarios() {
    return Map.of("toolRounds", seen -> ask(seen, "sim-toolrounds2-skoogRounds"));
  }

  private static void ask(Observation seen, String model) {
    AIAgent<String, String> agent =
        AIAgent.builder()
            .promptExecutor(new MultiLLMPromptExecutor(client()))
            .llmModel(
                new LLModel(
                    LLMProvider.OpenAI,
                    model,
                    List.of(
                        LLMCapability.Tools.INSTANCE,
                        LLMCapability.Completion.INSTANCE,
                        LLMCapability.OpenAIEndpoint.Completions.INSTANCE)))
            .toolRegistry(ToolRegistry.builder().tools(new Weather()).build())
            .install(OpenTelemetry.Feature, telemetry -> telemetry.setSdk(new AgentSdk()))
            .build();
    seen.call("answer", () -> agent.run("hi", "c-koogRounds"));
  }

  private static OpenAILLMClient client() {
    return new OpenAILLMClient(
        Program.key(),
        new OpenAIClientSettings(
            Program.provider(),
            new ConnectionTimeoutConfig(),
            "chat/completions",
            "responses",
            "embeddings",
            "moderations",
            "models"));
  }

  /** It wants an SDK of its own, and asks that for no more than a tracer: here the agent's. */
  private static final class AgentSdk extends OpenTelemetrySdk {

    AgentSdk() {
      super(
          SdkTracerProvider.builder().build(),
          SdkMeterProvider.builder().build(),
          SdkLoggerProvider.builder().build(),
          ContextPropagators.noop());
    }

    @Override
    public Tracer getTracer(String scope, String version) {
      return GlobalOpenTelemetry.getTracer(scope, version);
    }
  }

  /** An application's tools. */
  public static final class Weather implements ToolSet {

    /** One of them. */
    @Tool(customName = "weather")
    @LLMDescription("Tells the weather")
    public String weather(@LLMDescription("Which one") String city) {
      return "sunny in " + city;
    }
  }
}
