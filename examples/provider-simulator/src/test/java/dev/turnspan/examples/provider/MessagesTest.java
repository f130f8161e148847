/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesTest {

  private static final String MESSAGES = "/messages";
  private static final String STREAM = ",'stream':true";
  private static final String TOOLS =
      ",'tools':[{'name':'weather','input_schema':{'type':'object',"
          + "'properties':{'city':{'type':'string'}},'required':['city']}}]";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private static String message(String model, String more) {
    return json(
        "{'model':'%s','max_tokens':99,'messages':[{'role':'user','content':'hi'}]%s}"
            .formatted(model, more));
  }

  @Test
  void textAnswer_hasExactlyTheseBytes() throws Exception {
    assertThat(simulator.post(MESSAGES, message("sim-n2", "")).body())
        .isEqualTo(
            json(
                "{'id':'msg_sim-n2-1','type':'message','role':'assistant','model':'sim-n2',"
                    + "'content':[{'type':'text','text':'word0 word1 '}],"
                    + "'stop_reason':'end_turn','stop_sequence':null,"
                    + "'usage':{'input_tokens':11,'cache_creation_input_tokens':0,"
                    + "'cache_read_input_tokens':0,'output_tokens':2,"
                    + "'output_tokens_details':{'thinking_tokens':0}}}"));
  }

  @Test
  void cachedTokens_standBesideTheInput() throws Exception {
    JsonNode usage =
        simulator
            .answer(MESSAGES, message("sim-n4-reason3-in50-cached20-cachewrite5", ""))
            .path("usage");

    assertThat(usage)
        .isEqualTo(
            parse(
                json(
                    "{'input_tokens':25,'cache_creation_input_tokens':5,"
                        + "'cache_read_input_tokens':20,'output_tokens':7,"
                        + "'output_tokens_details':{'thinking_tokens':3}}")));
  }

  @Test
  void thinking_comesBeforeTheText() throws Exception {
    JsonNode content = simulator.answer(MESSAGES, message("sim-n1-reason2", "")).path("content");

    assertThat(content)
        .isEqualTo(
            parse(
                json(
                    "[{'type':'thinking','thinking':'think0 think1 ','signature':'c2lnbmF0dXJl'},"
                        + "{'type':'text','text':'word0 '}]")));
  }

  @ParameterizedTest
  @CsvSource({
    "sim,end_turn",
    "sim-length,max_tokens",
    "sim-refusal,refusal",
    "sim-filter,refusal",
    "sim-nofinish,null"
  })
  void finishToken_setsTheStopReason(String model, String reason) throws Exception {
    assertThat(simulator.answer(MESSAGES, message(model, "")).path("stop_reason").asText())
        .isEqualTo(reason);
  }

  @Test
  void textStream_hasExactlyTheseEvents() throws Exception {
    List<String> events = simulator.events(MESSAGES, message("sim-reason1-n1", STREAM));

    assertThat(events)
        .containsExactly(
            json(
                "{'type':'message_start','message':{'id':'msg_sim-reason1-n1-1','type':'message',"
                    + "'role':'assistant','model':'sim-reason1-n1','content':[],"
                    + "'stop_reason':null,'stop_sequence':null,'usage':{'input_tokens':11,"
                    + "'cache_creation_input_tokens':0,'cache_read_input_tokens':0,"
                    + "'output_tokens':1,'output_tokens_details':{'thinking_tokens':1}}}}"),
            json("{'type':'ping'}"),
            json(
                "{'type':'content_block_start','index':0,'content_block':"
                    + "{'type':'thinking','thinking':'','signature':''}}"),
            json(
                "{'type':'content_block_delta','index':0,'delta':"
                    + "{'type':'thinking_delta','thinking':'think0 '}}"),
            json(
                "{'type':'content_block_delta','index':0,'delta':"
                    + "{'type':'signature_delta','signature':'c2lnbmF0dXJl'}}"),
            json("{'type':'content_block_stop','index':0}"),
            json(
                "{'type':'content_block_start','index':1,'content_block':"
                    + "{'type':'text','text':''}}"),
            json(
                "{'type':'content_block_delta','index':1,'delta':"
                    + "{'type':'text_delta','text':'word0 '}}"),
            json("{'type':'content_block_stop','index':1}"),
            json(
                "{'type':'message_delta','delta':{'stop_reason':'end_turn','stop_sequence':null},"
                    + "'usage':{'input_tokens':11,'cache_creation_input_tokens':0,"
                    + "'cache_read_input_tokens':0,'output_tokens':2,"
                    + "'output_tokens_details':{'thinking_tokens':1}}}"),
            json("{'type':'message_stop'}"));
  }

  @Test
  void eachEvent_isNamedByItsType() throws Exception {
    assertThat(simulator.post(MESSAGES, message("sim-n1", STREAM)).body())
        .startsWith("event: message_start\ndata: {\"type\":\"message_start\"")
        .endsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
  }

  @Test
  void toolTurn_goesFromToolUseToText() throws Exception {
    JsonNode first = simulator.answer(MESSAGES, message("sim-tool", TOOLS));
    JsonNode use = first.at("/content/0");
    String second =
        json(
            ("{'model':'sim-tool','max_tokens':99,'messages':[{'role':'user','content':'hi'},"
                    + "{'role':'assistant','content':[%s]},{'role':'user','content':"
                    + "[{'type':'tool_result','tool_use_id':'x','content':'sunny'}]}]%s}")
                .formatted(use, TOOLS));

    assertThat(first.path("stop_reason").asText()).isEqualTo("tool_use");
    assertThat(use.path("name").asText()).isEqualTo("weather");
    assertThat(use.at("/input/city").isTextual()).isTrue();
    assertThat(simulator.answer(MESSAGES, second).at("/content/0/text").asText())
        .isEqualTo("word0 word1 word2 ");
  }

  @Test
  void toolStream_sendsTheInputInParts() throws Exception {
    List<String> events = simulator.events(MESSAGES, message("sim-tool", STREAM + TOOLS));
    StringBuilder input = new StringBuilder();
    events.forEach(event -> input.append(parse(event).at("/delta/partial_json").asText("")));

    assertThat(parse(events.get(2)).at("/content_block/type").asText()).isEqualTo("tool_use");
    assertThat(parse(input.toString()).path("city").isTextual()).isTrue();
    assertThat(events).anyMatch(event -> event.contains("\"stop_reason\":\"tool_use\""));
  }

  @Test
  void nousage_leavesUsageOut() throws Exception {
    assertThat(simulator.answer(MESSAGES, message("sim-nousage", "")).has("usage")).isFalse();
    assertThat(simulator.post(MESSAGES, message("sim-nousage", STREAM)).body())
        .doesNotContain("usage\":");
  }

  @ParameterizedTest
  @CsvSource({
    "sim-status401,authentication_error",
    "sim-status429,rate_limit_error",
    "sim-status529,overloaded_error",
    "sim-status500,api_error",
    "sim-bogus,invalid_request_error"
  })
  void errors_haveTheShapeOfThisApi(String model, String type) throws Exception {
    JsonNode error = simulator.answer(MESSAGES, message(model, ""));

    assertThat(error.path("type").asText()).isEqualTo("error");
    assertThat(error.at("/error/type").asText()).isEqualTo(type);
  }

  @Test
  void withoutMaxTokens_isABadRequest() throws Exception {
    JsonNode error = simulator.answer(MESSAGES, json("{'model':'sim','messages':[]}"));

    assertThat(error.at("/error/message").asText()).isEqualTo("max_tokens: Field required");
  }

  @Test
  void errorEvent_endsTheStream() throws Exception {
    assertThat(simulator.events(MESSAGES, message("sim-errorevent1-n3", STREAM)))
        .endsWith(
            json(
                "{'type':'content_block_delta','index':0,'delta':"
                    + "{'type':'text_delta','text':'word0 '}}"),
            json("{'type':'error','error':{'type':'api_error','message':'scripted failure'}}"));
  }
}
