/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TokenSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** anthropic-java keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class AnthropicContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(AnthropicProgram.class, "com.anthropic:anthropic-java:%s");

  /** The library's own spans need a newer API than the oldest agent hands on. */
  private static final String AGENT_WITHOUT_THEM = "2.20.1";

  private final ClientUnderTest.Run run;

  AnthropicContractIT(ClientUnderTest.Run run) {
    super(run);
    this.run = run;
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Test
  void librarysOwnSpans_countNothing() {
    List<SpanRecord> librarys =
        Stream.of(NativeSpansIT.SCENARIOS)
            .flatMap(scenario -> run.result().exports().tracesOf(scenario).stream())
            .filter(span -> span.scope().startsWith("com.anthropic.sdk"))
            .toList();

    assertThat(TokenSums.sum(librarys, "duplicate.gen_ai.usage.input_tokens"))
        .isEqualTo(hasLibrarysSpans(run.version()) ? NativeSpansIT.INPUT_TOKENS : 0);
    assertThat(librarys)
        .allSatisfy(span -> assertThat(span.attribute("spanRole")).isEqualTo("other"));
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    return Map.of(
        ContractScenario.CONTENT_FILTER, "the API has one word for filtered and for refused");
  }

  @Override
  protected List<String> additional(String version) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "betaAsync",
                "betaAsyncStreaming",
                "betaBlocking",
                "betaStreaming",
                "betaUnauthorized",
                "closedTwice",
                "collectedPushed",
                "collectedStream",
                "connectErrorAsync",
                "consumerThrows",
                "cutAtOnce",
                "cutWhole",
                "failureUnderServerSpan",
                "findFirst",
                "handlerThrows",
                "iterable",
                "iterator",
                "limited",
                "malformedWhole",
                "neverRead",
                "outlivesServerSpan",
                "ownExecutor",
                "rawBody",
                "rawBodyInPart",
                "rawClosed",
                "rawError",
                "rawForgotten",
                "rawParsed",
                "rawStreaming",
                "readToTheEndAndNotClosed",
                "retriedInVain",
                "spliterator",
                "toolTurnUnderServerSpan",
                "unauthorizedAsync",
                "unauthorizedStream",
                "unauthorizedStreamAsync"));
    if (major(version) >= 2) {
      names.addAll(
          List.of(
              "toolRunner",
              "toolRunnerBroken",
              "toolRunnerFails",
              "toolRunnerLimited",
              "toolRunnerLimitedStreaming",
              "toolRunnerPair",
              "toolRunnerStreaming"));
    }
    if (tracesItself(version)) {
      names.add("conversation");
    }
    if (major(version) >= 3) {
      names.add("thread");
    }
    return names;
  }

  /** Older versions have no spans of their own, fewer accessors, and other exceptions. */
  @Override
  protected String adapted(String expected, String version) {
    String text = hasLibrarysSpans(version) ? expected : withoutTheLibrarysSpans(expected);
    if (major(version) < 3 && !text.contains("conversation-1")) {
      text = text.replaceAll("(?m)^ *conversationId=.*\\R", "");
    }
    if (major(version) == 1) {
      text = text.replaceAll(" usage\\.reasoningTokens=\\d+", "");
    }
    return major(version) == 1 && text.contains("stream=true")
        ? text.replace("com.anthropic.errors.AnthropicIoException", "java.io.EOFException")
            .replace("AnthropicIoException", "EOFException")
        : text;
  }

  /** Anthropic always says what was written to the cache; thinking tokens came with 2.x. */
  @Override
  protected Set<String> adaptedKeys(Set<String> keys, String version) {
    Set<String> adapted = new TreeSet<>(keys);
    if (adapted.contains("usage.cacheReadTokens")) {
      adapted.add("usage.cacheWriteTokens");
    }
    if (adapted.contains("gen_ai.usage.cache_read.input_tokens")) {
      adapted.add("gen_ai.usage.cache_write.input_tokens");
    }
    if (major(version) == 1) {
      adapted.removeIf(key -> key.contains("reasoning"));
    }
    return adapted;
  }

  /** Without the lines of those spans; what stood below one of them moves up. */
  private static String withoutTheLibrarysSpans(String expected) {
    String text =
        expected.replaceAll(
            "(?m)^( *)anthropic\\.(?!messages\\.tool_runner).*\\R(?:\\1 {4}.*\\R)*", "");
    return text.startsWith("anthropic.messages.tool_runner")
        ? text.replaceFirst(".*\\R", "").replaceAll("(?m)^ {2}", "")
        : text;
  }

  private boolean hasLibrarysSpans(String version) {
    return tracesItself(version) && !run.agent().equals(AGENT_WITHOUT_THEM);
  }

  private static boolean tracesItself(String version) {
    return major(version) >= 3 || version.equals("2.72.0");
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
