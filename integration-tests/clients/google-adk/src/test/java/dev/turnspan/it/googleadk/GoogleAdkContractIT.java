/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googleadk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TokenSums;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** google-adk keeps the contract, with its own spans beside ours. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class GoogleAdkContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(GoogleAdkProgram.class, "com.google.adk:google-adk:%s");

  private static final Pattern SCENARIO = Pattern.compile("conversationId=c-(\\w+)");

  /** What a run with tools or without them can be seen to do. */
  private static final Set<ContractScenario> DONE =
      Set.of(
          ContractScenario.BLOCKING,
          ContractScenario.STREAMING,
          ContractScenario.CLOSED_EARLY,
          ContractScenario.TOOL_TURN,
          ContractScenario.PARALLEL_TOOLS,
          ContractScenario.USAGE_MISSING,
          ContractScenario.DETAILED_USAGE,
          ContractScenario.UNAUTHORIZED,
          ContractScenario.RETRIED,
          ContractScenario.UNDER_SERVER_SPAN);

  /** In the steps of all scenarios of {@link GoogleAdkProgram}; {@code detailedUsage} has 20. */
  private static final long INPUT_TOKENS = 306;

  private final ClientUnderTest.Run run;

  GoogleAdkContractIT(ClientUnderTest.Run run) {
    super(run);
    this.run = run;
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    Map<ContractScenario, String> reasons = new EnumMap<>(ContractScenario.class);
    for (ContractScenario scenario : ContractScenario.values()) {
      if (!DONE.contains(scenario)) {
        reasons.put(scenario, "the models' client is google-genai, which has a suite of its own");
      }
    }
    return reasons;
  }

  @Override
  protected List<String> additional(String version) {
    return List.of(
        "agentAsTool",
        "resubscribed",
        "tooManySteps",
        "toolElsewhere",
        "toolFails",
        "toolRounds",
        "toolThrows",
        "toolTurnStream",
        "twoTurns",
        "unauthorizedStream");
  }

  @Test
  void librarysOwnSpans_countNothing() {
    List<SpanRecord> spans = run.result().exports().spans();
    long input = isFirst(run.version()) ? INPUT_TOKENS - 11 : INPUT_TOKENS;

    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(input));
    assertThat(TokenSums.sum(spans, "duplicate.gen_ai.usage.input_tokens")).isEqualTo(input);
    assertThat(spans)
        .filteredOn(span -> span.scope().equals("gcp.vertex.agent"))
        .extracting(span -> span.attribute("spanRole"))
        .containsOnly("other", null);
  }

  /** In the first version the library's spans lie beside ours, not around them. */
  @Override
  protected String adapted(String expected, String version) {
    Matcher scenario = SCENARIO.matcher(expected);
    return isFirst(version) && scenario.find()
        ? read("expected/first/" + scenario.group(1) + ".txt")
        : expected;
  }

  @Override
  protected Set<String> adaptedKeys(Set<String> keys, String version) {
    Set<String> known = new TreeSet<>(keys);
    known.removeIf(key -> key.matches(".*(cacheRead|reasoning|cache_read).*"));
    known.add("conversationId");
    if (known.contains("stepCount")) {
      known.addAll(
          Set.of("conversationId.source", "gen_ai.conversation.id", "gen_ai.operation.name"));
    }
    return known;
  }

  private static boolean isFirst(String version) {
    return version.equals("1.0.0");
  }

  private static String read(String name) {
    try (InputStream in = GoogleAdkContractIT.class.getResourceAsStream(name)) {
      return in == null ? "(no " + name + ")" : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
