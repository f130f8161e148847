/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanRules;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape in which applications ask models is seen as what it is. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class TurnsIT {

  private static final String CROWD = "crowd";
  private static final int CONVERSATIONS = 200;
  private static final int TURNS = 2;

  private final TurnsRun run;

  TurnsIT(TurnsRun run) {
    this.run = run;
  }

  static Stream<TurnsRun> runs() {
    return TurnsRun.all();
  }

  @Test
  void program_runsEveryRowAndEndsNormally() throws IOException {
    assertThat(run.result().exitCode()).as(String.join("\n", run.result().log())).isZero();
    if (Boolean.getBoolean(ExpectedTrees.WRITE) && run.hasVirtualThreads()) {
      Map<String, String> trees = new LinkedHashMap<>();
      rows().forEach(row -> trees.put(row, CompactTree.render(spansOf(row))));
      ExpectedTrees.write(trees);
    }
    Set<String> expected = new TreeSet<>(ExpectedTrees.read().keySet());
    if (!run.hasVirtualThreads()) {
      expected.removeIf(row -> row.contains("VirtualThreads"));
    }
    assertThat(new TreeSet<>(rows().toList())).isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicTest> exportedSpans_areExactlyTheTree() {
    Map<String, String> expected = ExpectedTrees.read();
    return each(
        row ->
            assertThat(CompactTree.render(spansOf(row)))
                .as(row)
                .isEqualTo(expected.getOrDefault(row, "(none)")));
  }

  @TestFactory
  Stream<DynamicTest> exportedSpans_keepTheRules() {
    return each(
        row -> {
          List<SpanRecord> spans = spansOf(row);
          assertThat(spans)
              .as(row)
              .filteredOn(SpanRecord::isOurs)
              .isNotEmpty()
              .allSatisfy(span -> SpanRules.check(span, spans));
        });
  }

  @Test
  void application_seesWhatItSeesWithoutTheAgent() {
    assertThat(run.result().transcript()).isEqualTo(run.reference().transcript());
  }

  @Test
  void application_findsNoSpanThatIsNotItsOwn() {
    assertThat(run.reference().foreignContexts()).isEmpty();
    assertThat(run.result().foreignContexts()).isEmpty();
  }

  @Test
  void exportedSpans_allBelongToARow() {
    Set<SpanRecord> left = new HashSet<>(run.result().exports().spans());
    run.result().transcript().keySet().forEach(row -> left.removeAll(spansOf(row)));

    assertThat(left).isEmpty();
  }

  @Test
  void crowd_hasAsManyTurnsAsItTook() {
    List<SpanRecord> turns = crowd("turn");

    assertThat(turns).hasSize(CONVERSATIONS * TURNS);
    assertThat(turns)
        .allSatisfy(
            turn -> {
              assertThat(turn.number("stepCount")).isEqualTo(2);
              assertThat(turn.number("requestCount")).isEqualTo(2);
              assertThat(turn.number("toolCallCount")).isEqualTo(1);
              assertThat(turn.attribute("finishReason")).isEqualTo("stop");
            });
    assertThat(
            turns.stream()
                .collect(
                    Collectors.groupingBy(
                        turn -> String.valueOf(turn.attribute("conversationId")),
                        Collectors.counting())))
        .hasSize(CONVERSATIONS)
        .allSatisfy((conversation, count) -> assertThat(count).isEqualTo(TURNS));
  }

  /**
   * A conversation's prompts are of a length that no other's are, and so are its tools' results.
   */
  @Test
  void crowd_crossesNoConversations() {
    assertThat(crowd("provider.request"))
        .hasSize(2 * CONVERSATIONS * TURNS)
        .allSatisfy(
            request ->
                assertThat(request.attribute("conversationId"))
                    .isEqualTo("c-" + request.number("usage.inputTokens")));
    assertThat(crowd("tool-call"))
        .hasSize(CONVERSATIONS * TURNS)
        .allSatisfy(
            tool ->
                assertThat(tool.attribute("conversationId"))
                    .isEqualTo("c-" + tool.number("contentLength")));
  }

  @Test
  void log_tellsOfNoFailure() {
    assertThat(run.result().log())
        .noneMatch(line -> line.contains("Turnspan failed"))
        .noneMatch(line -> line.contains("[otel.javaagent") && line.contains(" ERROR "));
  }

  private List<SpanRecord> crowd(String role) {
    return spansOf(CROWD).stream().filter(span -> span.is(role)).toList();
  }

  private List<SpanRecord> spansOf(String row) {
    return run.result().exports().tracesOf(row);
  }

  private Stream<String> rows() {
    return run.result().transcript().keySet().stream().filter(row -> !row.equals(CROWD));
  }

  private Stream<DynamicTest> each(Consumer<String> test) {
    return rows().map(row -> dynamicTest(row, () -> test.accept(row)));
  }
}
