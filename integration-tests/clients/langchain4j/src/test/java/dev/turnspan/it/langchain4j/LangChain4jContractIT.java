/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

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

/** LangChain4j keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class LangChain4jContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(
          LangChain4jProgram.class,
          "dev.langchain4j:langchain4j:%s",
          "dev.langchain4j:langchain4j-open-ai:%s");

  private static final List<String> ALWAYS =
      List.of(
          "completionThrows",
          "connectErrorStream",
          "collectedStream",
          "cutAtOnce",
          "cutWhole",
          "embeddings",
          "embeddingsRetried",
          "embeddingsUnauthorized",
          "fallbackModel",
          "handlerThrows",
          "logged",
          "loggedStream",
          "malformedWhole",
          "modelOfRequest",
          "ownTransport",
          "ownTransportRetries",
          "ownTransportStream",
          "retriedInVain",
          "service",
          "serviceConsumerThrows",
          "serviceFails",
          "serviceInService",
          "serviceOfObject",
          "serviceRetried",
          "serviceRetrieval",
          "serviceStream",
          "serviceStreamCut",
          "serviceStreamFails",
          "serviceStreamIgnoringErrors",
          "serviceStreamNotStarted",
          "serviceStreamTool",
          "serviceStreamToolThrows",
          "serviceStreamTwoTools",
          "serviceStreamUnderServerSpan",
          "serviceTool",
          "serviceToolRounds",
          "serviceToolThrows",
          "serviceTooManyRounds",
          "serviceTwoTools",
          "serviceUnderServerSpan",
          "twoServicesUnderServerSpan",
          "unauthorizedStream",
          "wrappedModel",
          "wrappedStreamingModel");

  private final int minor;

  LangChain4jContractIT(ClientUnderTest.Run run) {
    super(run);
    this.minor = minor(run.version());
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
        ContractScenario.NEVER_CLOSED,
        "the library itself reads a stream to its end, and keeps it");
    if (minor < 8) {
      reasons.put(ContractScenario.CLOSED_EARLY, "since 1.8 streams have a handle to cancel them");
    }
    return reasons;
  }

  @Override
  protected List<String> additional(String version) {
    List<String> names = new ArrayList<>(ALWAYS);
    if (minor >= 6) {
      names.add("serviceDefaultMethod");
      names.add("serviceToolElsewhere");
    }
    if (minor >= 8) {
      names.add("closedElsewhere");
      names.add("serviceClosedEarly");
    }
    return names;
  }

  /** The oldest version tells less of streams, and nothing of tools that throw. */
  @Override
  protected String adapted(String expected, String version) {
    String text = expected;
    if (minor < 19 && text.contains("operation=embeddings")) {
      // Until then an answer did not name the model.
      text = text.replace(" responseModel=$model model=$model\n", " model=$model\n");
    }
    if (minor >= 6) {
      return text;
    }
    if (text.contains("firstTokenKind=reasoning")) {
      text = text.replace("=reasoning", "=text").replace("chunkCount=5", "chunkCount=2");
    }
    return text.replaceAll(
            "firstTokenKind=tool_call (genTotalMs=\\*\n +)chunkCount=\\d maxChunkGapMs=\\*",
            "$1chunkCount=0")
        .replace("firstTokenKind=tool_call ", "")
        .replace("tool-call ERROR: ToolExecutionException", "tool-call")
        .replace("isError=true", "isError=false")
        .replace("dispatchDelayMs=*\n", "dispatchDelayMs=* contentLength=24\n")
        .replace("dev.langchain4j.exception.ContentFilteredException", "java.lang.RuntimeException")
        .replace("ContentFilteredException", "RuntimeException");
  }

  private static int minor(String version) {
    return Integer.parseInt(version.split("\\.", -1)[1]);
  }
}
