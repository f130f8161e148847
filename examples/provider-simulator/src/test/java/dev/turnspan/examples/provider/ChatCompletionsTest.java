/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.CHAT;
import static dev.turnspan.examples.provider.RunningSimulator.chat;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatCompletionsTest {

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  @Test
  void textAnswer_hasExactlyTheseBytes() throws Exception {
    assertThat(simulator.post(CHAT, chat("sim-n2", "")).body())
        .isEqualTo(
            json(
                "{'id':'chatcmpl-sim-n2-1','object':'chat.completion','created':1767225600,"
                    + "'model':'sim-n2','service_tier':'default',"
                    + "'system_fingerprint':'fp_simulator','choices':[{'index':0,"
                    + "'message':{'role':'assistant','content':'word0 word1 ','refusal':null,"
                    + "'annotations':[]},'logprobs':null,'finish_reason':'stop'}],"
                    + "'usage':{'prompt_tokens':11,'completion_tokens':2,'total_tokens':13,"
                    + "'prompt_tokens_details':{'cached_tokens':0,'audio_tokens':0},"
                    + "'completion_tokens_details':{'reasoning_tokens':0,'audio_tokens':0,"
                    + "'accepted_prediction_tokens':0,'rejected_prediction_tokens':0}}}"));
  }

  @Test
  void pathWithoutVersion_answersToo() throws Exception {
    String url = "http://127.0.0.1:" + simulator.server().port() + CHAT;
    assertThat(simulator.send("POST", url).statusCode()).isEqualTo(400);
  }

  @Test
  void tokenCounts_areReported() throws Exception {
    JsonNode usage =
        simulator.answer(CHAT, chat("sim-n4-reason3-in50-cached20-cachewrite5", "")).path("usage");

    assertThat(usage)
        .isEqualTo(
            parse(
                json(
                    "{'prompt_tokens':50,'completion_tokens':7,'total_tokens':57,"
                        + "'prompt_tokens_details':{'cached_tokens':20,'audio_tokens':0,"
                        + "'cache_write_tokens':5},"
                        + "'completion_tokens_details':{'reasoning_tokens':3,'audio_tokens':0,"
                        + "'accepted_prediction_tokens':0,'rejected_prediction_tokens':0}}")));
  }

  @Test
  void nousage_leavesUsageOut() throws Exception {
    assertThat(simulator.answer(CHAT, chat("sim-nousage", "")).has("usage")).isFalse();
  }

  @Test
  void reasoning_standsBesideTheContent() throws Exception {
    JsonNode message = simulator.answer(CHAT, chat("sim-n1-reason2", "")).at("/choices/0/message");

    assertThat(message.path("reasoning_content").asText()).isEqualTo("think0 think1 ");
    assertThat(message.path("content").asText()).isEqualTo("word0 ");
  }

  @ParameterizedTest
  @CsvSource({"sim,stop", "sim-length,length", "sim-filter,content_filter", "sim-nofinish,null"})
  void finishToken_setsTheFinishReason(String model, String reason) throws Exception {
    JsonNode choice = simulator.answer(CHAT, chat(model, "")).at("/choices/0");

    assertThat(choice.path("finish_reason").asText()).isEqualTo(reason);
  }

  @Test
  void refusal_takesThePlaceOfContent() throws Exception {
    JsonNode choice = simulator.answer(CHAT, chat("sim-n1-refusal", "")).at("/choices/0");

    assertThat(choice.at("/message/refusal").asText()).isEqualTo("word0 ");
    assertThat(choice.at("/message/content").isNull()).isTrue();
    assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void noWords_meansEmptyContent() throws Exception {
    JsonNode answer = simulator.answer(CHAT, chat("sim-n0", ""));

    assertThat(answer.at("/choices/0/message/content").asText("absent")).isEmpty();
    assertThat(answer.at("/usage/completion_tokens").asInt()).isZero();
  }

  @Test
  void sameRequestsAfterReset_getTheSameBytes() throws Exception {
    String request = chat("sim-reason1", "");
    String first = simulator.post(CHAT, request).body();
    String second = simulator.post(CHAT, request).body();
    simulator.server().reset();

    assertThat(simulator.post(CHAT, request).body()).isEqualTo(first).isNotEqualTo(second);
    assertThat(simulator.post(CHAT, request).body()).isEqualTo(second);
  }

  @Test
  void resetOverHttp_forgetsTheCounters() throws Exception {
    String first = simulator.post(CHAT, chat("sim", "")).body();
    String url = "http://127.0.0.1:" + simulator.server().port() + "/admin/reset";

    assertThat(simulator.send("POST", url).statusCode()).isEqualTo(200);
    assertThat(simulator.post(CHAT, chat("sim", "")).body()).isEqualTo(first);
  }

  @Test
  void otherModels_doNotMoveTheCounter() throws Exception {
    simulator.post(CHAT, chat("sim-sOther", ""));

    assertThat(simulator.answer(CHAT, chat("sim", "")).path("id").asText())
        .isEqualTo("chatcmpl-sim-1");
  }
}
