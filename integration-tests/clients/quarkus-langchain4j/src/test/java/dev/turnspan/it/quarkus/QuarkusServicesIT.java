/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanRules;
import dev.turnspan.it.kit.SpanTree;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * AI services of a Quarkus application in JVM mode. Quarkus weaves its services at build time, so
 * that there is one version; its models are LangChain4j's, which keep the contract elsewhere.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class QuarkusServicesIT {

  private final AgentRun run;

  QuarkusServicesIT(AgentRun run) {
    this.run = run;
  }

  static Stream<AgentRun> runs() {
    List<AgentRun> runs =
        TestBed.get().agentVersions().stream()
            .map(agent -> new AgentRun(agent, attached(agent).start()))
            .toList();
    return runs.stream();
  }

  /** With the oldest agent its own GenAI modules are on: each call still counts once. */
  private static ProgramLauncher attached(String agent) {
    ProgramLauncher launcher =
        Packaged.plain().agent(TestBed.get().agent(agent), Workspace.extension());
    return agent.equals(TestBed.get().newestAgent()) ? launcher : launcher.builtInModules();
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    assertThat(run.result().transcript()).hasSize(9).isEqualTo(run.reference().transcript());
  }

  @Test
  void application_findsNoSpanThatIsNotItsOwn() {
    assertThat(run.reference().foreignContexts()).isEmpty();
    assertThat(run.result().foreignContexts()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> exportedSpans_areExactlyTheExpected() {
    return run.result().transcript().keySet().stream()
        .map(
            scenario ->
                dynamicTest(
                    scenario,
                    () ->
                        assertThat(SpanTree.render(spansOf(scenario)))
                            .isEqualTo(expected(scenario))));
  }

  @Test
  void exportedSpans_keepTheRulesAndBelongToAScenario() {
    List<SpanRecord> all = run.result().exports().spans();
    Set<SpanRecord> left = new HashSet<>(all);
    run.result().transcript().keySet().forEach(scenario -> left.removeAll(spansOf(scenario)));

    assertThat(left).isEmpty();
    assertThat(run.result().exports().ownSpans())
        .isNotEmpty()
        .allSatisfy(span -> SpanRules.check(span, all));
  }

  /** Three scenarios have one answered request, three have two. */
  @Test
  void eachCall_isCountedOnce() {
    assertThat(TokenSums.of(run.result().exports().spans())).isEqualTo(TokenSums.both(9 * 11));
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

  private List<SpanRecord> spansOf(String scenario) {
    return run.result().exports().tracesOf(scenario);
  }

  private static String expected(String scenario) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            QuarkusServicesIT.class.getResourceAsStream("expected/" + scenario + ".txt"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /**
   * What came out with one agent, and what comes out without.
   *
   * @param agent version of the agent
   */
  record AgentRun(String agent, CompletableFuture<ProgramRun> withAgent) {

    ProgramRun reference() {
      return Packaged.reference().join();
    }

    ProgramRun result() {
      return withAgent.join();
    }

    @Override
    public String toString() {
      return "agent " + agent;
    }
  }
}
