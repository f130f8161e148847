/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every client must get right, for each supported version of the library and each agent. A
 * subclass is a {@code @ParameterizedClass} over {@link ClientUnderTest#runs}. The trees that are
 * expected are text files: {@code expected/<scenario>.txt} beside the subclass, or else the ones of
 * this kit.
 */
public abstract class LlmClientContract {

  private final ClientUnderTest.Run run;

  /** Tests one version with one agent. */
  protected LlmClientContract(ClientUnderTest.Run run) {
    this.run = run;
  }

  /** Scenarios of the contract that this client cannot do, with the reason. */
  protected Map<ContractScenario, String> impossible() {
    return Map.of();
  }

  /** Scenarios that only this client has, as far as the version under test has them. */
  protected abstract List<String> additional(String version);

  /** What is expected of an older version, where that is not what is expected of the newest. */
  protected String adapted(String expected, String version) {
    return expected;
  }

  /**
   * The keys of the richest call on a level, where a provider does not report all of them, or more.
   */
  protected Set<String> adaptedKeys(Set<String> keys, String version) {
    return keys;
  }

  @Test
  void program_runsEveryScenarioAndEndsNormally() {
    Set<String> expected = new TreeSet<>(additional(run.version()));
    for (ContractScenario scenario : ContractScenario.values()) {
      if (!impossible().containsKey(scenario)) {
        expected.add(scenario.label());
      }
    }

    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    assertThat(new TreeSet<>(run.result().transcript().keySet())).isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicTest> application_seesWhatItSeesWithoutTheAgent() {
    Map<String, String> reference = run.reference().transcript();
    return scenarios(
        scenario ->
            assertThat(run.result().transcript().get(scenario))
                .as(scenario)
                .isEqualTo(reference.get(scenario)));
  }

  @Test
  void application_findsNoSpanThatIsNotItsOwn() {
    assertThat(run.reference().foreignContexts()).isEmpty();
    assertThat(run.result().foreignContexts()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> exportedSpans_areExactlyTheExpected() {
    return scenarios(
        scenario ->
            assertThat(SpanTree.render(spansOf(scenario)))
                .as(scenario)
                .isEqualTo(expected(scenario)));
  }

  @TestFactory
  Stream<DynamicTest> exportedSpans_keepTheRules() {
    List<SpanRecord> all = run.result().exports().spans();
    return scenarios(
        scenario ->
            assertThat(spansOf(scenario))
                .as(scenario)
                .filteredOn(SpanRecord::isOurs)
                .allSatisfy(span -> SpanRules.check(span, all)));
  }

  @Test
  void richestCall_hasExactlyTheAttributesOfTheContract() {
    List<SpanRecord> spans = spansOf(ContractScenario.STREAMING.label());

    AttributeKeys.ofOneStreamedCall()
        .forEach(
            (role, keys) ->
                assertThat(spans)
                    .filteredOn(span -> span.is(role))
                    .singleElement()
                    .extracting(AttributeKeys::of)
                    .as(role)
                    .isEqualTo(adaptedKeys(keys, run.version())));
  }

  @Test
  void exportedSpans_allBelongToAScenario() {
    Set<SpanRecord> left = new HashSet<>(run.result().exports().spans());
    run.result().transcript().keySet().forEach(scenario -> left.removeAll(spansOf(scenario)));

    assertThat(left).isEmpty();
  }

  @Test
  void spans_showWhatTheListOfClientsSays() {
    Set<String> shown = SupportedClients.shownBy(run.result().exports().spans());

    assertThat(run.client().shows()).containsAll(shown);
    if (run.isNewest()) {
      assertThat(shown).containsAll(run.client().shows());
    }
  }

  /** Whoever else writes spans for the same calls: the agent, the library, a framework. */
  @Test
  void tokens_areCountedOnce() {
    TokenSums sums = TokenSums.of(run.result().exports().spans());

    assertThat(sums).isEqualTo(TokenSums.both(sums.ofRequests()));
    assertThat(sums.ofRequests() > 0).isEqualTo(run.client().shows().contains("usage"));
  }

  @Test
  void log_tellsOfNoFailure() {
    assertThat(run.result().log())
        .noneMatch(line -> line.contains("Turnspan failed"))
        .noneMatch(line -> line.contains("[otel.javaagent") && line.contains(" ERROR "));
    assertThat(run.result().logLinesWith("Turnspan")).hasSize(1).allMatch(this::saysAttached);
  }

  private boolean saysAttached(String line) {
    return line.contains(" is attached");
  }

  private Stream<DynamicTest> scenarios(java.util.function.Consumer<String> test) {
    return run.result().transcript().keySet().stream()
        .map(scenario -> dynamicTest(scenario, () -> test.accept(scenario)));
  }

  private List<SpanRecord> spansOf(String scenario) {
    return run.result().exports().tracesOf(scenario);
  }

  private String expected(String scenario) {
    String own = read(getClass(), "expected/" + scenario + ".txt");
    String shared = read(LlmClientContract.class, "/contract/" + scenario + ".txt");
    String text = own == null ? shared : own;
    return text == null
        ? "(no expectation for " + scenario + ")"
        : adapted(withoutComments(text), run.version());
  }

  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> kept.append(line).append('\n'));
    return kept.toString();
  }

  private static @Nullable String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
