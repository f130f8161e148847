/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.CHAT;
import static dev.turnspan.examples.provider.RunningSimulator.chat;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChatStreamTest {

  private static final String STREAM = ",'stream':true";
  private static final String STREAM_WITH_USAGE =
      ",'stream':true,'stream_options':{'include_usage':true}";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private static String chunk(String model, String delta, String finishReason, String usage) {
    return json(
        "{'id':'chatcmpl-%s-1','object':'chat.completion.chunk','created':1767225600,"
                .formatted(model)
            + "'model':'%s','service_tier':'default','system_fingerprint':'fp_simulator',"
                .formatted(model)
            + "'choices':[{'index':0,'delta':%s,'logprobs':null,'finish_reason':%s}]%s}"
                .formatted(delta, finishReason, usage));
  }

  @Test
  void textStream_hasExactlyTheseBytes() throws Exception {
    String model = "sim-reason1-n2";

    assertThat(simulator.post(CHAT, chat(model, STREAM)).body())
        .isEqualTo(
            "data: "
                + String.join(
                    "\n\ndata: ",
                    chunk(model, "{'role':'assistant','content':'','refusal':null}", "null", ""),
                    chunk(model, "{'reasoning_content':'think0 '}", "null", ""),
                    chunk(model, "{'content':'word0 '}", "null", ""),
                    chunk(model, "{'content':'word1 '}", "null", ""),
                    chunk(model, "{}", "'stop'", ""),
                    "[DONE]")
                + "\n\n");
  }

  @Test
  void usageOnRequest_comesInALastChunkWithoutChoices() throws Exception {
    List<String> events = simulator.events(CHAT, chat("sim-n1", STREAM_WITH_USAGE));

    assertThat(events).hasSize(5);
    assertThat(events.get(1))
        .isEqualTo(chunk("sim-n1", "{'content':'word0 '}", "null", ",'usage':null"));
    assertThat(parse(events.get(3)).path("choices")).isEmpty();
    assertThat(parse(events.get(3)).at("/usage/total_tokens").asInt()).isEqualTo(12);
    assertThat(events.get(4)).isEqualTo("[DONE]");
  }

  @Test
  void usageToken_reportsWithoutRequest() throws Exception {
    assertThat(simulator.post(CHAT, chat("sim-usage", STREAM)).body()).contains("total_tokens");
  }

  @Test
  void nousageToken_ignoresTheRequest() throws Exception {
    assertThat(simulator.post(CHAT, chat("sim-nousage", STREAM_WITH_USAGE)).body())
        .doesNotContain("usage\":");
  }

  @Test
  void nofinish_stillSaysDone() throws Exception {
    List<String> events = simulator.events(CHAT, chat("sim-n1-nofinish", STREAM));

    assertThat(events).endsWith(chunk("sim-n1-nofinish", "{}", "null", ""), "[DONE]");
  }

  @Test
  void refusal_isStreamedAsRefusal() throws Exception {
    List<String> events = simulator.events(CHAT, chat("sim-n1-refusal", STREAM));

    assertThat(events)
        .contains(chunk("sim-n1-refusal", "{'refusal':'word0 '}", "null", ""))
        .contains(chunk("sim-n1-refusal", "{}", "'stop'", ""));
  }

  @Test
  void length_isTheFinishReason() throws Exception {
    assertThat(simulator.events(CHAT, chat("sim-length", STREAM)))
        .contains(chunk("sim-length", "{}", "'length'", ""));
  }

  @Test
  void delays_doNotChangeTheAnswer() throws Exception {
    assertThat(simulator.events(CHAT, chat("sim-ttft2-gap1", STREAM))).hasSize(6);
  }
}
