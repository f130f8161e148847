/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Amazon Bedrock's runtime; its event streams are read with Amazon's own decoder. */
final class BedrockTest {

  private static final String CONVERSE =
      json("{'messages':[{'role':'user','content':[{'text':'hi'}]}]}");
  private static final String CLAUDE = json("{'messages':[{'role':'user','content':'hi'}]}");
  private static final String LLAMA = json("{'prompt':'hi'}");

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  @Test
  void converse_countsCachedTokensApart() throws Exception {
    assertThat(
            simulator
                .post(
                    path("anthropic.claude-sim-n2-in20-cached8-cachewrite3", "converse"), CONVERSE)
                .body())
        .isEqualTo(
            json(
                "{'output':{'message':{'role':'assistant','content':[{'text':'word0 word1 '}]}},"
                    + "'stopReason':'end_turn','usage':{'inputTokens':9,'outputTokens':2,"
                    + "'totalTokens':22,'cacheReadInputTokens':8,'cacheWriteInputTokens':3},"
                    + "'metrics':{'latencyMs':1}}"));
  }

  @Test
  void converseStream_isReadByAmazonsDecoder() throws Exception {
    List<Message> messages = stream("anthropic.claude-sim-n1", "converse-stream", CONVERSE);

    assertThat(messages)
        .extracting(message -> header(message, ":event-type"))
        .containsExactly(
            "messageStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata");
    assertThat(messages)
        .allMatch(message -> header(message, ":message-type").equals("event"))
        .allMatch(message -> header(message, ":content-type").equals("application/json"));
    assertThat(new String(messages.get(1).getPayload(), UTF_8))
        .isEqualTo(json("{'delta':{'text':'word0 '},'contentBlockIndex':0}"));
  }

  @Test
  void errorEvent_isAnExceptionInTheStream() throws Exception {
    List<Message> messages =
        stream("anthropic.claude-sim-errorevent1-n2", "converse-stream", CONVERSE);
    Message last = messages.get(messages.size() - 1);

    assertThat(header(last, ":message-type")).isEqualTo("exception");
    assertThat(header(last, ":exception-type")).isEqualTo("modelStreamErrorException");
  }

  @Test
  void invokedStream_hasTheModelsOwnEventsInChunks() throws Exception {
    List<Message> messages = stream("meta.llama-sim-n1", "invoke-with-response-stream", LLAMA);

    assertThat(messages)
        .hasSize(2)
        .allMatch(message -> header(message, ":event-type").equals("chunk"));
    assertThat(chunk(messages.get(0)))
        .isEqualTo(
            json(
                "{'generation':'word0 ','prompt_token_count':11,'generation_token_count':1,"
                    + "'stop_reason':null}"));
    assertThat(chunk(messages.get(1)))
        .contains(json("'stop_reason':'stop','amazon-bedrock-invocationMetrics'"));
  }

  @Test
  void invokedModel_reportsTokensInHeaders() throws Exception {
    HttpResponse<String> answer =
        simulator.post(path("anthropic.claude-sim-in20-cached8", "invoke"), CLAUDE);

    assertThat(answer.headers().firstValue("x-amzn-bedrock-input-token-count")).contains("12");
    assertThat(parse(answer.body()).at("/usage/cache_read_input_tokens").asInt()).isEqualTo(8);
  }

  @Test
  void scriptedStatus_isBedrocksException() throws Exception {
    HttpResponse<String> answer =
        simulator.post(path("anthropic.claude-sim-status429", "converse"), CONVERSE);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType").orElse(""))
        .startsWith("ThrottlingException:");
    assertThat(answer.body()).isEqualTo(json("{'message':'Rate limit reached (scripted).'}"));
  }

  private static String path(String model, String operation) {
    return "/model/" + model + "/" + operation;
  }

  private List<Message> stream(String model, String operation, String body) throws Exception {
    MessageDecoder decoder = new MessageDecoder();
    try (InputStream in = simulator.open(path(model, operation), body)) {
      decoder.feed(in.readAllBytes());
    }
    return decoder.getDecodedMessages();
  }

  private static String header(Message message, String name) {
    HeaderValue value = message.getHeaders().get(name);
    return value == null ? "" : value.getString();
  }

  private static String chunk(Message message) throws Exception {
    String bytes = parse(new String(message.getPayload(), UTF_8)).path("bytes").asText();
    return new String(Base64.getDecoder().decode(bytes), UTF_8);
  }
}
