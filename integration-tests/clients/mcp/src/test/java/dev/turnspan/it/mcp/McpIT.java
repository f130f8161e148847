/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanRules;
import dev.turnspan.it.kit.SpanTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tools of an MCP server. The SDK asks no model, so the contract of the clients that do says
 * nothing of it: no call, stream, usage, retry or finish reason is the SDK's. What holds for every
 * span of ours is checked by the same rules.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class McpIT {

  /** What else the client sends, and how far it gets before it is cancelled, is chance. */
  private static final Set<String> OWN_SPANS_ONLY = Set.of("connectsLate", "asyncCancelled");

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(
          McpProgram.class,
          "io.modelcontextprotocol.sdk:mcp:%s",
          "dev.langchain4j:langchain4j:1.19.0",
          "dev.langchain4j:langchain4j-open-ai:1.19.0");

  private final ClientUnderTest.Run run;

  McpIT(ClientUnderTest.Run run) {
    this.run = run;
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    assertThat(run.result().transcript())
        .hasSizeGreaterThan(10)
        .isEqualTo(run.reference().transcript());
  }

  @Test
  void application_findsNoSpanThatIsNotItsOwn() {
    assertThat(run.reference().foreignContexts()).isEmpty();
    assertThat(run.result().foreignContexts()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> exportedSpans_areExactlyTheExpected() {
    return run.result().transcript().keySet().stream()
        .filter(scenario -> !scenario.equals("outsideTurn"))
        .map(
            scenario ->
                dynamicTest(
                    scenario,
                    () -> assertThat(SpanTree.render(shown(scenario))).isEqualTo(text(scenario))));
  }

  @Test
  void exportedSpans_keepTheRules() {
    List<SpanRecord> all = run.result().exports().spans();

    assertThat(run.result().exports().ownSpans())
        .isNotEmpty()
        .allSatisfy(span -> SpanRules.check(span, all));
  }

  /** No turn, no tool call: the agent's own spans tell of it. */
  @Test
  void callOutsideTurn_leavesNoSpanOfOurs() {
    Set<SpanRecord> left = new HashSet<>(run.result().exports().ownSpans());
    run.result().transcript().keySet().forEach(scenario -> left.removeAll(all(scenario)));

    assertThat(left).isEmpty();
  }

  /** The request that calls the tool, whatever the client sends before it on its own. */
  @Test
  void serverOfToolCalledBeforeConnecting_isBelowTheToolCall() {
    List<SpanRecord> spans = all("connectsLate");
    if (!spans.isEmpty()) {
      SpanRecord tool =
          spans.stream().filter(span -> span.is("tool-call")).findFirst().orElseThrow();
      assertThat(spans)
          .filteredOn(span -> span.name().equals("POST /mcp"))
          .hasSize(3)
          .allSatisfy(span -> assertThat(parent(span, spans).parentId()).isEqualTo(tool.spanId()));
    }
  }

  @Test
  void log_tellsOfNoFailure() {
    assertThat(run.result().log())
        .noneMatch(line -> line.contains("Turnspan failed"))
        .noneMatch(line -> line.contains("[otel.javaagent") && line.contains(" ERROR "));
    assertThat(run.result().logLinesWith("Turnspan"))
        .singleElement()
        .matches(line -> line.contains(" is attached"));
  }

  private List<SpanRecord> shown(String scenario) {
    return all(scenario).stream()
        .filter(span -> !OWN_SPANS_ONLY.contains(scenario) || span.isOurs())
        .toList();
  }

  private List<SpanRecord> all(String scenario) {
    return run.result().exports().tracesOf(scenario);
  }

  private static SpanRecord parent(SpanRecord span, List<SpanRecord> spans) {
    return spans.stream()
        .filter(other -> other.spanId().equals(span.parentId()))
        .findFirst()
        .orElseThrow();
  }

  private String text(String scenario) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("expected/" + scenario + ".txt"))) {
      String expected = new String(in.readAllBytes(), UTF_8);
      // The oldest versions have one transport only, and it answers elsewhere.
      return run.version().startsWith("0.8.")
          ? expected
              .replaceAll(
                  "( +)(POST) /mcp SERVER\n( +)http.response.status_code=200",
                  "$1$2 /message SERVER\n$3http.response.status_code=202")
              .replaceAll("status_code=200(\n +POST /message)", "status_code=202$1")
          : expected;
    }
  }
}
