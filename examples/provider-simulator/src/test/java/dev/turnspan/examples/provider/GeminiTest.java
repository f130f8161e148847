/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class GeminiTest {

  private static final String ASK = json("{'contents':[{'role':'user','parts':[{'text':'hi'}]}]}");
  private static final String DECLARATIONS =
      "'tools':[{'functionDeclarations':[{'name':'weather','parameters':{'type':'OBJECT',"
          + "'properties':{'days':{'type':'INTEGER'}},'required':['days']}}]}]";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private static String whole(String model) {
    return "/models/" + model + ":generateContent";
  }

  private static String streamed(String model) {
    return "/models/" + model + ":streamGenerateContent?alt=sse";
  }

  @Test
  void wholeAnswer_hasExactlyTheseBytes() throws Exception {
    assertThat(simulator.post(whole("sim-in20-cached8-reason2-n2"), ASK).body())
        .isEqualTo(
            json(
                "{'candidates':[{'content':{'role':'model','parts':["
                    + "{'text':'think0 think1 ','thought':true},{'text':'word0 word1 '}]},"
                    + "'finishReason':'STOP','index':0}],"
                    + "'usageMetadata':{'promptTokenCount':20,'candidatesTokenCount':2,"
                    + "'totalTokenCount':24,'cachedContentTokenCount':8,'thoughtsTokenCount':2},"
                    + "'modelVersion':'sim-in20-cached8-reason2-n2',"
                    + "'responseId':'gemini-sim-in20-cached8-reason2-n2-1'}"));
  }

  @Test
  void stream_repeatsGrowingUsageAndEndsWithTheReason() throws Exception {
    List<JsonNode> chunks =
        simulator.events(streamed("sim-n2"), ASK).stream().map(RunningSimulator::parse).toList();

    assertThat(chunks)
        .extracting(chunk -> chunk.at("/candidates/0/content/parts/0/text").asText())
        .containsExactly("word0 ", "word1 ", "");
    assertThat(chunks)
        .extracting(chunk -> chunk.at("/usageMetadata/candidatesTokenCount").asInt())
        .containsExactly(1, 2, 2);
    assertThat(chunks)
        .extracting(chunk -> chunk.at("/candidates/0/finishReason").asText())
        .containsExactly("", "", "STOP");
  }

  @Test
  void tool_isCalledAndThenItsResultIsAnswered() throws Exception {
    String user = "{'role':'user','parts':[{'text':'hi'}]}";
    String result =
        "{'role':'user','parts':[{'functionResponse':"
            + "{'name':'weather','response':{'result':'sun'}}}]}";

    JsonNode asked =
        simulator.answer(
            whole("sim-tool"), json("{'contents':[%s],%s}".formatted(user, DECLARATIONS)));
    JsonNode answered =
        simulator.answer(
            whole("sim-tool"),
            json("{'contents':[%s,%s],%s}".formatted(user, result, DECLARATIONS)));

    JsonNode call = asked.at("/candidates/0/content/parts/0/functionCall");
    assertThat(call.path("name").asText()).isEqualTo("weather");
    assertThat(call.at("/args/days").isInt()).isTrue();
    assertThat(call.path("id").asText()).startsWith("call_");
    assertThat(asked.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
    assertThat(answered.at("/candidates/0/content/parts/0/text").asText())
        .isEqualTo("word0 word1 word2 ");
  }

  @Test
  void streamedTool_comesInOneChunk() throws Exception {
    String user = "{'role':'user','parts':[{'text':'hi'}]}";
    List<String> events =
        simulator.events(
            streamed("sim-tool"), json("{'contents':[%s],%s}".formatted(user, DECLARATIONS)));

    assertThat(events).hasSize(2);
    assertThat(parse(events.get(0)).at("/candidates/0/content/parts/0/functionCall/name").asText())
        .isEqualTo("weather");
  }

  @Test
  void otherEnds_haveGooglesNames() throws Exception {
    assertThat(simulator.answer(whole("sim-length"), ASK).at("/candidates/0/finishReason").asText())
        .isEqualTo("MAX_TOKENS");
    assertThat(simulator.answer(whole("sim-filter"), ASK).at("/candidates/0/finishReason").asText())
        .isEqualTo("SAFETY");
    JsonNode blocked = simulator.answer(whole("sim-refusal"), ASK);
    assertThat(blocked.at("/promptFeedback/blockReason").asText()).isEqualTo("PROHIBITED_CONTENT");
    assertThat(blocked.has("candidates")).isFalse();
    assertThat(simulator.answer(whole("sim-nousage"), ASK).has("usageMetadata")).isFalse();
  }

  @Test
  void errors_haveGooglesBody() throws Exception {
    HttpResponse<String> answer = simulator.post(whole("sim-status429"), ASK);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body())
        .isEqualTo(
            json(
                "{'error':{'code':429,'message':'Rate limit reached (scripted).',"
                    + "'status':'RESOURCE_EXHAUSTED'}}"));
    assertThat(simulator.events(streamed("sim-errorevent1-n3"), ASK).get(1))
        .isEqualTo(json("{'error':{'code':500,'message':'scripted failure','status':'INTERNAL'}}"));
  }

  @Test
  void embeddings_comeInTheShapeOfTheMethod() throws Exception {
    String content = "{'parts':[{'text':'a'}]}";

    assertThat(
            simulator
                .answer("/models/e:embedContent", json("{'content':" + content + "}"))
                .at("/embedding/values"))
        .hasSize(8);
    assertThat(
            simulator
                .answer(
                    "/models/e:batchEmbedContents",
                    json(
                        "{'requests':[{'content':%s},{'content':%s}]}".formatted(content, content)))
                .path("embeddings"))
        .hasSize(2);
    assertThat(
            simulator
                .answer(
                    "/projects/p/locations/l/publishers/google/models/sim-in7:predict",
                    json("{'instances':[{'content':'a'}]}"))
                .at("/predictions/0/embeddings/statistics/token_count")
                .asInt())
        .isEqualTo(7);
  }
}
