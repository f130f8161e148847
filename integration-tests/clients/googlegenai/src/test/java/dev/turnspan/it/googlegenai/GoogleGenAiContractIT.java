/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

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

/** google-genai keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class GoogleGenAiContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(GoogleGenAiProgram.class, "com.google.genai:google-genai:%s");

  /** The function that the model asks for where it is asked twice by a blocking method. */
  private static final String BLOCKING_AND_LIMITED = "call_4952245990001";

  private final String version;

  GoogleGenAiContractIT(ClientUnderTest.Run run) {
    super(run);
    version = run.version();
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  @Override
  protected Map<ContractScenario, String> impossible() {
    Map<ContractScenario, String> impossible = new EnumMap<>(ContractScenario.class);
    impossible.put(ContractScenario.REFUSAL, "Gemini blocks a prompt instead");
    if (isBefore(28)) {
      impossible.put(
          ContractScenario.CANCELLED, "a future may be cancelled before its work begins");
      impossible.put(ContractScenario.RETRIED, "there are no retries");
      impossible.put(ContractScenario.RETRIED_ASYNC, "there are no retries");
    }
    if (isBefore(80)) {
      impossible.put(ContractScenario.ERROR_EVENT, "read as an empty chunk");
      impossible.put(ContractScenario.ERROR_EVENT_ASYNC, "read as an empty chunk");
      impossible.put(ContractScenario.CUT, "the chunk before the cut is lost");
      impossible.put(ContractScenario.CUT_ASYNC, "the chunk before the cut is lost");
    } else {
      impossible.put(ContractScenario.CANCELLED, "the request below the future goes on");
    }
    return impossible;
  }

  @Override
  protected List<String> additional(String tested) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "chat",
                "chatStream",
                "collectedStream",
                "connectErrorAsync",
                "cutAtOnce",
                "cutWhole",
                "embeddings",
                "embeddingsAsync",
                "embeddingsFail",
                "embeddingsVertex",
                "function",
                "functionAsync",
                "functionFails",
                "functionLimited",
                "functionLimitedAsync",
                "functionNotNeeded",
                "functionRounds",
                "functionThrows",
                "functionUnderServerSpan",
                "malformedWhole",
                "promptBlocked",
                "promptBlockedStream",
                "streamingGemini",
                "twoFunctions",
                "unauthorizedAsync",
                "unauthorizedStream",
                "unauthorizedStreamAsync",
                "vertex"));
    if (!isBefore(28)) {
      names.addAll(List.of("retriedInVain", "retriedWhereNobodyListens"));
    }
    if (isBefore(80)) {
      names.addAll(
          List.of("errorEventUnseen", "errorEventAsyncUnseen", "cutUnseen", "cutAsyncUnseen"));
    } else {
      names.add("cancelledInVain");
    }
    return names;
  }

  /** Older versions drop the id of an answer of Google AI. */
  @Override
  protected String adapted(String expected, String tested) {
    String text = runsLastFunctions(expected) ? withLastFunctions(expected) : expected;
    return isBefore(28) && !expected.contains("gcp.vertex_ai")
        ? text.replaceAll(" responseId=\\S+", "")
        : text;
  }

  /** Older versions run functions whose results they may not send any more. */
  private boolean runsLastFunctions(String expected) {
    boolean blocking = expected.contains(BLOCKING_AND_LIMITED);
    return expected.contains("=max-steps") && (blocking ? isBefore(80) : isBefore(28));
  }

  private static String withLastFunctions(String expected) {
    int first = expected.indexOf("    tool-call\n");
    String run = expected.substring(first, expected.indexOf("  step\n", first));
    return expected
            .replace("toolCallCount=1", "toolCallCount=2")
            .replaceFirst("(?s)(.*genTotalMs=\\*)(\n {4}provider)", "$1 toolMs=*$2")
        + run.replace("0001 ", "0002 ");
  }

  private boolean isBefore(int minor) {
    String[] numbers = version.split("\\.", -1);
    return numbers[0].equals("1") && Integer.parseInt(numbers[1]) < minor;
  }
}
