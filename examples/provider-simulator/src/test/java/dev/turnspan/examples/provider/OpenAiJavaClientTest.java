/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official client, with its strict validation, accepts what the simulator sends. */
final class OpenAiJavaClientTest {

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private OpenAIClient client = OpenAIOkHttpClient.builder().apiKey("unused").build();

  @BeforeEach
  void connect() {
    client =
        OpenAIOkHttpClient.builder()
            .apiKey("sk-test-key")
            .baseUrl(simulator.server().baseUrl())
            .responseValidation(true)
            .build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private static ChatCompletionCreateParams.Builder chat(String model) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage("hi");
  }

  @Test
  void chat_isAcceptedAfterARetry() {
    ChatCompletion completion =
        client.chat().completions().create(chat("sim-fail500x1-reason1").build());

    assertThat(completion.choices().get(0).message().content()).hasValue("word0 word1 word2 ");
    assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(4);
  }

  @Test
  void chatStream_isAccepted() {
    ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
    ChatCompletionCreateParams params =
        chat("sim-reason1-n2")
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      stream.stream().forEach(accumulator::accumulate);
    }

    ChatCompletion completion = accumulator.chatCompletion().validate();
    assertThat(completion.choices().get(0).message().content()).hasValue("word0 word1 ");
    assertThat(completion.usage().orElseThrow().totalTokens()).isEqualTo(14);
  }

  @Test
  void chatToolCall_isAccepted() {
    ChatCompletionFunctionTool tool =
        ChatCompletionFunctionTool.builder()
            .function(
                FunctionDefinition.builder()
                    .name("get_weather")
                    .parameters(
                        FunctionParameters.builder()
                            .putAdditionalProperty("type", JsonValue.from("object"))
                            .putAdditionalProperty(
                                "properties",
                                JsonValue.from(Map.of("city", Map.of("type", "string"))))
                            .build())
                    .build())
            .build();
    ChatCompletion completion =
        client.chat().completions().create(chat("sim-tool").addTool(tool).build());

    ChatCompletionMessageFunctionToolCall call =
        completion.choices().get(0).message().toolCalls().orElseThrow().get(0).asFunction();
    assertThat(call.function().arguments()).isEqualTo("{\"city\":\"value\"}");
  }

  @Test
  void responses_areAccepted() {
    for (String model : List.of("sim-reason1", "sim-length", "sim-refusal", "sim-tool")) {
      Response response =
          client
              .responses()
              .create(ResponseCreateParams.builder().model(model).input("hi").build());

      assertThat(response.usage().orElseThrow().inputTokens()).isEqualTo(11);
    }
  }

  @Test
  void responsesStream_isAccepted() {
    ResponseAccumulator accumulator = ResponseAccumulator.create();
    ResponseCreateParams params =
        ResponseCreateParams.builder().model("sim-reason2-n2").input("hi").build();
    try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
      stream.stream().forEach(event -> accumulator.accumulate(event.validate()));
    }

    Response response = accumulator.response().validate();
    assertThat(response.status()).hasValue(ResponseStatus.COMPLETED);
    assertThat(response.usage().orElseThrow().outputTokens()).isEqualTo(4);
  }

  @Test
  void embeddings_areAccepted() {
    EmbeddingCreateParams params =
        EmbeddingCreateParams.builder().model("small").input("hi").build();

    assertThat(client.embeddings().create(params).data().get(0).embedding()).hasSize(8);
  }
}
