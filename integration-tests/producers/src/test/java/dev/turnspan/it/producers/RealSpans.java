/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.anthropic.AnthropicProgram;
import dev.turnspan.it.bedrock.BedrockProgram;
import dev.turnspan.it.googleadk.GoogleAdkProgram;
import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import dev.turnspan.it.openai.OpenAiProgram;
import dev.turnspan.it.quarkus.QuarkusProgram;
import dev.turnspan.it.springai.SpringAiProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What libraries and the agent tell of model calls, where our hooks are off and only the names are
 * made ours. No two producers ask the same model.
 */
final class RealSpans {

  private static final List<Class<?>> PROGRAMS =
      List.of(
          OpenAiProgram.class,
          AnthropicProgram.class,
          BedrockProgram.class,
          GoogleAdkProgram.class,
          SpringAiProgram.class);

  private static final String QUARKUS =
      "integration-tests/clients/quarkus-langchain4j/app/target/traced/quarkus-run.jar";

  /** What the programs use, beside Spring AI. */
  private static final List<String> LIBRARIES =
      List.of(
          // What Anthropic's library asks for; the ADK would bring one with which it is silent.
          "io.opentelemetry:opentelemetry-api:1.62.0",
          // Koog's, and what it needs of a library that others bring in older versions.
          "io.opentelemetry:opentelemetry-sdk:1.62.0",
          "org.jetbrains.kotlin:kotlin-stdlib:2.3.10",
          "com.openai:openai-java:4.98.0",
          "com.anthropic:anthropic-java:3.13.0",
          "software.amazon.awssdk:bedrockruntime:2.57.8",
          "com.google.adk:google-adk:1.8.0",
          "io.agentscope:agentscope:1.0.9",
          // Users of its tracer add it.
          "io.opentelemetry.instrumentation:opentelemetry-reactor-3.1:2.24.0-alpha",
          "ai.koog:agents-core-jvm:0.8.0",
          "ai.koog:agents-features-opentelemetry-jvm:0.8.0",
          "ai.koog:prompt-executor-openai-client-jvm:0.8.0");

  private static final String[] SCENARIOS = {
    "spring.clientMemory",
    "spring.modelLoop",
    "spring.anthropicStreaming",
    "spring.ollamaBlocking",
    "spring.embeddings",
    "openai.blocking",
    "openai.detailedUsage",
    "openai.streaming",
    "openai.parallelTools",
    "openai.embeddings",
    "anthropic.betaBlocking",
    "anthropic.betaStreaming",
    "anthropic.toolRunner",
    "bedrock.blocking",
    "bedrock.detailedUsage",
    "bedrock.streaming",
    "adk.twoTurns",
    "adk.detailedUsage",
    "adk.toolRounds",
    "adk.agentAsTool",
    "agentscope.toolRounds",
    "agentscope.streaming",
    "agentscope.agentAsTool",
    "agentscope.overOpenAi",
    "agentscope.besideOpenAi",
    "koog.toolRounds"
  };

  /** As in the extension's corpus, which has them as texts: who writes which scope, and where. */
  private static final Map<String, Source> PRODUCERS;

  static {
    CompletableFuture<ProgramRun> clients = clients().start();
    PRODUCERS =
        Map.of(
            "agent-openai", new Source(clients, "io.opentelemetry.openai-java-1.1"),
            "agent-bedrock", new Source(clients, "io.opentelemetry.aws-sdk-2.2"),
            "anthropic-sdk", new Source(clients, "com.anthropic.sdk.java"),
            "google-adk", new Source(clients, "gcp.vertex.agent"),
            "agentscope", new Source(clients, "agentscope-java"),
            "koog", new Source(clients, "ai.koog"),
            "spring-ai-1.1", new Source(clients, "org.springframework.boot"),
            "spring-ai-2.0", new Source(newSpringAi().start(), "org.springframework.boot"),
            "quarkus-langchain4j", new Source(quarkus().start(), "io.quarkus.opentelemetry"));
  }

  private RealSpans() {}

  /** Where the spans of a producer are. */
  private record Source(CompletableFuture<ProgramRun> run, String scope) {

    List<SpanRecord> spans() {
      ProgramRun result = run.join();
      assertThat(result.exitCode()).as(String.join("\n", result.log())).isZero();
      return result.exports().spans();
    }
  }

  /** Those who tell of models. */
  static List<String> producers() {
    return PRODUCERS.keySet().stream().sorted().toList();
  }

  /** The spans of a producer that are about models, as a text. */
  static String of(String producer) {
    Source source = requireNonNull(PRODUCERS.get(producer));
    return new ProducedSpans(source.spans()).trees(source.scope());
  }

  /** The spans of all processes, those that are not about models included. */
  static ProducedSpans all() {
    return new ProducedSpans(
        PRODUCERS.values().stream().map(Source::spans).flatMap(List::stream).distinct().toList());
  }

  private static ProgramLauncher clients() {
    List<Path> classPath = new ArrayList<>();
    PROGRAMS.forEach(program -> classPath.add(Workspace.codeOf(program)));
    classPath.addAll(
        TestBed.get().classPath(Stream.concat(LIBRARIES.stream(), springAi("1.1.8")).toList()));
    return withoutHooks(new ProgramLauncher(ProducersProgram.class, classPath))
        .modulesInUse()
        .scenarios(SCENARIOS);
  }

  /** Its models use the vendors' libraries, of versions of its own. */
  private static ProgramLauncher newSpringAi() {
    return withoutHooks(
            new ProgramLauncher(
                SpringAiProgram.class, TestBed.get().classPath(springAi("2.0.1").toList())))
        .modulesInUse()
        .scenarios(
            "client",
            "clientToolRounds",
            "anthropicBlocking",
            "clientStream",
            "clientUnderServerSpan");
  }

  private static Stream<String> springAi(String version) {
    return Stream.of(
            "org.springframework.ai:spring-ai-client-chat:%s",
            "org.springframework.ai:spring-ai-openai:%s",
            "org.springframework.ai:spring-ai-anthropic:%s",
            "org.springframework.ai:spring-ai-ollama:%s",
            // Users have Spring Boot's list of versions; without it Maven takes one that is too
            // old.
            "com.fasterxml.jackson.core:jackson-annotations:2.21",
            "io.micrometer:micrometer-tracing-bridge-otel:1.4.5")
        .map(each -> each.formatted(version));
  }

  /** With all modules of the agent: without some, Quarkus makes of its spans those of requests. */
  private static ProgramLauncher quarkus() {
    List<Path> classPath = new ArrayList<>(TestBed.get().classPath(List.of()));
    classPath.add(Workspace.existing(QUARKUS));
    return withoutHooks(new ProgramLauncher(QuarkusProgram.class, classPath))
        .scenarios("model", "toolTurn", "underServerSpan");
  }

  private static ProgramLauncher withoutHooks(ProgramLauncher launcher) {
    TestBed bed = TestBed.get();
    return launcher
        .agent(bed.agent(bed.newestAgent()), Workspace.extension())
        .property("otel.instrumentation.turnspan.enabled", "false")
        .builtInModules();
  }
}
