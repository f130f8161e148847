/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.LlmClientContract;
import dev.turnspan.it.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** openai-java keeps the contract. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OpenAiContractIT extends LlmClientContract {

  static final ClientUnderTest CLIENT =
      ClientUnderTest.of(OpenAiProgram.class, "com.openai:openai-java:%s").builtInApart();

  private final ClientUnderTest.Run run;

  OpenAiContractIT(ClientUnderTest.Run run) {
    super(run);
    this.run = run;
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.runs();
  }

  /** The key that an application gives to its client goes to the provider and nowhere else. */
  @Test
  void key_isInNoExportedByteAndNoLogLine() {
    // Otherwise the provider would not have repeated it, and the test would show nothing.
    assertThat(run.result().transcript().get("unauthorized")).contains(Program.KEY);
    assertThat(run.result().exports().ownSpans()).isNotEmpty();
    assertThat(run.result().exports().bodies()).noneMatch(OpenAiContractIT::hasKey);
    assertThat(run.result().logLinesWith(Program.KEY)).isEmpty();
  }

  private static boolean hasKey(byte[] body) {
    // One byte is one character: an ASCII text is found wherever it is.
    return new String(body, ISO_8859_1).contains(Program.KEY);
  }

  @Override
  protected List<String> additional(String version) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "cancelledByTheCaller",
                "closedTwice",
                "collectedPushed",
                "collectedResponses",
                "collectedStream",
                "connectErrorAsync",
                "consumerThrows",
                "cutAtOnce",
                "cutWhole",
                "embeddings",
                "embeddingsAsync",
                "embeddingsRetried",
                "embeddingsUnauthorized",
                "embeddingsUnderServerSpan",
                "failureUnderServerSpan",
                "findFirst",
                "handlerThrows",
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
                "responsesAsync",
                "responsesAsyncStreaming",
                "responsesBlocking",
                "responsesClosedEarly",
                "responsesCut",
                "responsesErrorEvent",
                "responsesFailed",
                "responsesFilter",
                "responsesLength",
                "responsesRefusal",
                "responsesStreamFailed",
                "responsesStreaming",
                "responsesToolCall",
                "responsesToolTurn",
                "responsesUnauthorized",
                "retriedInVain",
                "spliterator",
                "toolTurnUnderServerSpan",
                "unauthorizedAsync",
                "unauthorizedStream",
                "unauthorizedStreamAsync"));
    if (major(version) >= 3) {
      names.add("responsesConversation");
    }
    return names;
  }

  /** Older versions have fewer accessors, and other exceptions out of streams. */
  @Override
  protected String adapted(String expected, String version) {
    String text = expected;
    if (major(version) < 4 && text.contains("responseId=resp_")) {
      text = text.replace(" usage.cacheWriteTokens=0", "");
    }
    if (major(version) == 0 && text.contains("responseId=resp_")) {
      text = text.replaceAll(" usage.cacheReadTokens=\\d+", "");
    }
    if (major(version) == 0 && text.contains("stream=true")) {
      text =
          text.replace("com.openai.errors.OpenAIIoException", "java.io.EOFException")
              .replace("OpenAIIoException", "EOFException")
              .replace("SseException", "OpenAIException");
    }
    return text;
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
