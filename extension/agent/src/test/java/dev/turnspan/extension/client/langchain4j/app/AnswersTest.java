/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswersTest {

  @Test
  void plainUsage_isTakenAsItIs() {
    assertThat(usage(new TokenUsage(10, 4))).isEqualTo("usage[10, 4, -1, -1, -1]");
  }

  @Test
  void absentUsage_isNotZero() {
    assertThat(usage(new TokenUsage(null, null))).isEqualTo("usage[-1, -1, -1, -1, -1]");
  }

  @Test
  void detailsLikeOpenAi_areSubsets() {
    assertThat(usage(new LikeOpenAi())).isEqualTo("usage[10, 4, 3, -1, 2]");
  }

  @Test
  void cacheLikeAnthropic_isAddedToTheInput() {
    assertThat(usage(new LikeAnthropic())).isEqualTo("usage[16, 4, 5, 1, -1]");
  }

  @Test
  void thoughtsLikeGemini_areAddedWhereTheTotalProvesThatTheyAreMissing() {
    assertThat(usage(new LikeGemini(17))).isEqualTo("usage[10, 7, 6, -1, 3]");
    assertThat(usage(new LikeGemini(14))).isEqualTo("usage[10, 4, 6, -1, 3]");
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, stop",
    "LENGTH, length",
    "TOOL_EXECUTION, tool_calls",
    "CONTENT_FILTER, content_filter",
    "OTHER,"
  })
  void finishReason_isTheProvidersWord(FinishReason reason, String word) {
    List<String> events =
        read(ChatResponse.builder().aiMessage(AiMessage.from("text")).finishReason(reason).build());

    assertThat(events).contains("finishReason[" + word + "]");
  }

  @Test
  void toolExecutionRequests_areCounted() {
    ToolExecutionRequest request = ToolExecutionRequest.builder().name("weather").build();

    List<String> events =
        read(ChatResponse.builder().aiMessage(AiMessage.from(request, request)).build());

    assertThat(events).contains("requestedTools[2]");
  }

  private static String usage(TokenUsage usage) {
    return read(ChatResponse.builder().aiMessage(AiMessage.from("text")).tokenUsage(usage).build())
        .stream()
        .filter(event -> event.startsWith("usage"))
        .findFirst()
        .orElse("none");
  }

  private static List<String> read(ChatResponse response) {
    RecordedCall recorded = new RecordedCall();
    Answers.read(response, recorded.call());
    return recorded.events();
  }

  /** As in the artifact for OpenAI. */
  public static final class LikeOpenAi extends TokenUsage {
    LikeOpenAi() {
      super(10, 4);
    }

    /** Of the input. */
    public Cached inputTokensDetails() {
      return new Cached(3);
    }

    /** Of the output. */
    public Reasoning outputTokensDetails() {
      return new Reasoning(2);
    }
  }

  /** Of the input. */
  public record Cached(Integer cachedTokens) {}

  /** Of the output. */
  public record Reasoning(Integer reasoningTokens) {}

  /** As in the artifact for Anthropic. */
  public static final class LikeAnthropic extends TokenUsage {
    LikeAnthropic() {
      super(10, 4);
    }

    /** Not in the input. */
    public Integer cacheReadInputTokens() {
      return 5;
    }

    /** Not in the input either. */
    public Integer cacheCreationInputTokens() {
      return 1;
    }
  }

  /** As in the artifact for Gemini. */
  public static final class LikeGemini extends TokenUsage {
    LikeGemini(int total) {
      super(10, 4, total);
    }

    /** In the input. */
    public Integer cachedContentTokenCount() {
      return 6;
    }

    /** Perhaps in the output. */
    public Integer thoughtsTokenCount() {
      return 3;
    }
  }
}
