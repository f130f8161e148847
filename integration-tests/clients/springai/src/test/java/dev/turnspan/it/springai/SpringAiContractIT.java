/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ContractScenario;
import dev.turnspan.it.kit.LlmClientContract;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring AI keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class SpringAiContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(SpringAiProgram.class, SpringAiArtifacts.of());

  private static final String RETRY = "org.springframework.ai.retry.";
  private static final String REACTIVE =
      "org.springframework.web.reactive.function.client.WebClientResponseException";

  private static final List<String> ALWAYS =
      List.of(
          "anthropicBlocking",
          "anthropicStreamTool",
          "anthropicStreaming",
          "anthropicTool",
          "client",
          "clientAdvised",
          "clientClosedEarly",
          "clientEntity",
          "clientFails",
          "clientMemory",
          "clientNamedDefault",
          "clientNotSubscribed",
          "clientStream",
          "clientStreamFails",
          "clientStreamTool",
          "clientStreamToolRounds",
          "clientStreamUnderServerSpan",
          "clientToolAsks",
          "clientToolRounds",
          "clientUnderServerSpan",
          "embeddings",
          "ollamaBlocking",
          "ollamaStreaming",
          "ollamaTool",
          "ownModel",
          "retriedInVain",
          "subscribedTwice",
          "subscriberThrows",
          "unauthorizedStream",
          "wrappedModel");

  SpringAiContractIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    Map<ContractScenario, String> reasons = new EnumMap<>(ContractScenario.class);
    String noFutures = "answers in one piece are returned, not promised";
    reasons.put(ContractScenario.ASYNC, noFutures);
    reasons.put(ContractScenario.CANCELLED, noFutures);
    reasons.put(ContractScenario.RETRIED_ASYNC, noFutures);
    String oneKind = "all streams call back: see the scenario of the same name without async";
    reasons.put(ContractScenario.ASYNC_STREAMING, oneKind);
    reasons.put(ContractScenario.ASYNC_CLOSED_EARLY, oneKind);
    reasons.put(ContractScenario.ERROR_EVENT_ASYNC, oneKind);
    reasons.put(ContractScenario.MALFORMED_ASYNC, oneKind);
    reasons.put(ContractScenario.CUT_ASYNC, oneKind);
    reasons.put(ContractScenario.NO_FINISH_REASON_ASYNC, oneKind);
    reasons.put(
        ContractScenario.NEVER_CLOSED, "a stream holds its subscriber for as long as it lasts");
    return reasons;
  }

  @Override
  protected List<String> additional(String version) {
    List<String> names = new ArrayList<>(ALWAYS);
    if (isFirst(version)) {
      // What a tool throws is thrown out of the turn.
      names.addAll(List.of("clientStreamToolThrowsOut", "clientToolThrowsOut"));
    } else {
      // In 1.0 the library itself fails there.
      names.add("ollamaStreamTool");
      names.addAll(List.of("clientStreamToolThrows", "clientToolThrows"));
    }
    if (version.startsWith("1.")) {
      names.add("modelLoop");
    } else {
      names.addAll(List.of("clientLimited", "clientStreamLimited"));
    }
    return names;
  }

  /** 1.x has HTTP clients and exceptions of Spring, and merges chunks before it hands them over. */
  @Override
  protected String adapted(String expected, String version) {
    if (!version.startsWith("1.")) {
      return expected;
    }
    // Without the ids of tool calls no later request can be told to bring their results.
    String text = failures(chunks(expected)).replace("=abandoned", "=tool_calls");
    if (text.contains("provider=anthropic")) {
      text = text.replaceAll(" usage\\.reasoningTokens=\\d+", "");
    }
    return isFirst(version) ? first(text) : text;
  }

  private static String chunks(String expected) {
    String text = expected;
    if (text.contains("finishReason=aborted")) {
      text = text.replace("chunkCount=1", "chunkCount=2");
    }
    return text.contains("provider=openai")
        ? text.replaceAll(
            "(firstTokenKind=tool_call genTotalMs=\\*\\n +)chunkCount=3", "$1chunkCount=1")
        : text;
  }

  private static String failures(String expected) {
    String text = expected;
    boolean stream = text.contains("stream=true");
    text =
        stream
            ? failed(text, "UnauthorizedException", REACTIVE + "$Unauthorized", "Unauthorized")
            : failed(text, "UnauthorizedException", RETRY + "NonTransientAiException");
    text = failed(text, "RateLimitException", RETRY + "NonTransientAiException");
    text = failed(text, "InternalServerException", RETRY + "TransientAiException");
    text =
        stream
            ? failed(text, "OpenAIIoException", REACTIVE)
            : failed(
                text,
                "OpenAIIoException",
                "org.springframework.web.client.ResourceAccessException");
    text = failed(text, "OpenAIInvalidDataException", "java.lang.RuntimeException");
    if (text.contains("SseException")) {
      text =
          text.replaceAll(" (ERROR: |error\\.type=\\S*)SseException", "")
              .replace("finishReason=error", "finishReason=stop");
    }
    // Every attempt has the exception that led to the next one.
    return text.replaceAll("ERROR: HTTP (50\\d)", "ERROR: TransientAiException, HTTP $1")
        .replaceAll("error\\.type=50\\d", "error.type=" + RETRY + "TransientAiException");
  }

  private static String failed(String text, String vendors, String springs) {
    return failed(text, vendors, springs, springs.substring(springs.lastIndexOf('.') + 1));
  }

  private static String failed(String text, String vendors, String springs, String shown) {
    return text.replace("com.openai.errors." + vendors, springs)
        .replace("ERROR: " + vendors, "ERROR: " + shown);
  }

  /** 1.0 reads less of what providers say. */
  private static String first(String expected) {
    String text = expected;
    if (text.contains("provider=anthropic")) {
      text =
          text.replaceAll(" usage\\.cache(Read|Write)Tokens=\\d+", "")
              .replace("usage.inputTokens=20", "usage.inputTokens=12");
    }
    if (text.contains("provider=ollama")) {
      text = text.replaceAll(" toolCallId=\\S+", "");
    }
    return text.contains("firstTokenKind=reasoning")
        ? text.replace("=reasoning", "=text").replace("chunkCount=5", "chunkCount=2")
        : text;
  }

  private static boolean isFirst(String version) {
    return version.startsWith("1.0.");
  }
}
