/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import dev.turnspan.it.openai.OpenAiProgram;
import dev.turnspan.it.program.RawChat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that a YAML file configures: they call none of the extension points of the others. */
final class DeclarativeConfigurationIT {

  private static final String[] SCENARIOS = {
    "blocking", "streaming", "toolCallOnly", "underServerSpan"
  };

  private static ProgramRun run(Class<?> program, String agent, String property, String file) {
    List<Path> libraries =
        new ArrayList<>(TestBed.get().classPath(List.of("com.openai:openai-java:4.98.0")));
    libraries.add(Workspace.codeOf(OpenAiProgram.class));
    return new ProgramLauncher(program, libraries)
        .agent(TestBed.get().agent(agent), Workspace.extension())
        .property(property, Path.of("src/test/resources", file).toAbsolutePath().toString())
        .scenarios(SCENARIOS)
        .run();
  }

  /** The newest agent, and the oldest that knows the extension points. */
  @ParameterizedTest
  @CsvSource({"2.33.1,otel.config.file", "2.28.1,otel.experimental.config.file"})
  void turnspan_worksAndKeepsWhatTheFileSays(String agent, String property) {
    ProgramRun run = run(ConfiguredProgram.class, agent, property, "agent.yaml");
    List<SpanRecord> spans = run.exports().spans();

    assertThat(spans.stream().filter(span -> span.is("provider.request")).count())
        .isGreaterThanOrEqualTo(3);
    assertThat(spans)
        .as("the module that the user switched off, and the one that Turnspan does")
        .noneMatch(span -> span.scope().startsWith("io.opentelemetry.okhttp"))
        .noneMatch(span -> span.scope().startsWith("io.opentelemetry.openai"));
    assertThat(spans)
        .as("a setting in the file")
        .noneMatch(span -> span.attributes().containsKey("gen_ai.usage.input_tokens"));
    assertThat(run.logLinesWith("cannot normalize")).hasSize(1);
    assertThat(run.logLinesWith("cannot normalize").get(0)).contains("LoggingSpanExporter");
    assertThat(run.logLinesWith("turnspan.normalize.originals=kept is not understood")).hasSize(1);
    assertThat(run.logLinesWith("failed to start")).isEmpty();
    assertTurnsBelowTheServerSpan(spans);
    assertTurnGoesOnInTheCalledService(spans);
    assertThat(requestOf("called", spans).traceId())
        .as("a propagator in the file")
        .isEqualTo(requestOf("calling", spans).traceId());
    assertThat(requestOf("called", spans).attribute("conversationId")).isEqualTo("c-1");
    assertThat(spans)
        .as("the end of the process ends what still waits")
        .anyMatch(s -> s.is("turn") && "abandoned".equals(s.attribute("finishReason")));
  }

  @Test
  void agentsOwnModule_countsEachCallOnceAndLosesItsNames() {
    ProgramRun run = run(OpenAiProgram.class, "2.33.1", "otel.config.file", "agent-openai.yaml");
    List<SpanRecord> spans = run.exports().spans();
    List<SpanRecord> foreign =
        spans.stream().filter(span -> span.scope().startsWith("io.opentelemetry.openai")).toList();

    assertThat(foreign).isNotEmpty();
    assertThat(foreign)
        .allSatisfy(
            span -> {
              assertThat(span.attribute("spanRole")).isEqualTo("other");
              assertThat(span.attributes()).containsKey("duplicate.gen_ai.usage.input_tokens");
              assertThat(span.attributes()).doesNotContainKey("gen_ai.response.model");
            });
    TokenSums sums = TokenSums.of(spans);
    assertThat(sums).isEqualTo(TokenSums.both(sums.ofRequests()));
    assertThat(sums.ofRequests()).isPositive();
    assertThat(TokenSums.sum(foreign, "duplicate.gen_ai.usage.input_tokens"))
        .isEqualTo(sums.ofRequests());
  }

  /** By a header of its own, whatever propagators the file names. */
  private static void assertTurnGoesOnInTheCalledService(List<SpanRecord> spans) {
    Object turnId = requestOf("calling", spans).attribute("turnId");

    assertThat(requestOf("called", spans).attribute("turnId")).isEqualTo(turnId);
    assertThat(spans)
        .filteredOn(span -> span.is("turn"))
        .filteredOn(span -> Objects.equals(span.attribute("turnId"), turnId))
        .hasSize(1);
  }

  private static SpanRecord requestOf(String service, List<SpanRecord> spans) {
    return spans.stream()
        .filter(span -> span.is("provider.request"))
        .filter(span -> RawChat.model("n1", service).equals(span.attribute("requestModel")))
        .findFirst()
        .orElseThrow();
  }

  /** The end of a server span closes its turn: the engine listens in this mode, too. */
  private static void assertTurnsBelowTheServerSpan(List<SpanRecord> spans) {
    List<SpanRecord> servers =
        spans.stream()
            .filter(span -> span.kind().equals("SERVER") && !span.name().equals("GET /called"))
            .toList();
    assertThat(servers).isNotEmpty();
    assertThat(servers)
        .allSatisfy(
            server ->
                assertThat(spans)
                    .anyMatch(span -> span.is("turn") && span.parentId().equals(server.spanId())));
  }
}
