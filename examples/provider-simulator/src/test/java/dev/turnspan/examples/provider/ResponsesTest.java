/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.RESPONSES;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static dev.turnspan.examples.provider.RunningSimulator.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponsesTest {

  private static final String STREAM = ",'stream':true";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  @Test
  void textAnswer_hasExactlyTheseBytes() throws Exception {
    assertThat(simulator.post(RESPONSES, response("sim-n1-cached4", "")).body())
        .isEqualTo(
            json(
                "{'id':'resp_sim-n1-cached4-1','object':'response','created_at':1767225600,"
                    + "'status':'completed','background':false,'error':null,"
                    + "'incomplete_details':null,'instructions':null,'max_output_tokens':null,"
                    + "'metadata':{},'model':'sim-n1-cached4',"
                    + "'output':[{'id':'msg_sim-n1-cached4-1-0','type':'message',"
                    + "'role':'assistant','status':'completed','content':[{'type':'output_text',"
                    + "'text':'word0 ','annotations':[],'logprobs':[]}]}],"
                    + "'parallel_tool_calls':true,'previous_response_id':null,"
                    + "'reasoning':{'effort':null,'summary':null},'service_tier':'default',"
                    + "'store':true,'temperature':1.0,'text':{'format':{'type':'text'}},"
                    + "'tool_choice':'auto','tools':[],'top_p':1.0,'truncation':'disabled',"
                    + "'usage':{'input_tokens':11,'input_tokens_details':{'cached_tokens':4,"
                    + "'cache_write_tokens':0},"
                    + "'output_tokens':1,'output_tokens_details':{'reasoning_tokens':0},"
                    + "'total_tokens':12}}"));
  }

  @Test
  void requestFields_areEchoed() throws Exception {
    JsonNode answer =
        simulator.answer(
            RESPONSES,
            response(
                "sim",
                ",'instructions':'Be brief.','metadata':{'k':'v'},'temperature':0.5,"
                    + "'previous_response_id':'resp_x','conversation':'conv_1'"));

    assertThat(answer.path("instructions").asText()).isEqualTo("Be brief.");
    assertThat(answer.at("/metadata/k").asText()).isEqualTo("v");
    assertThat(answer.path("temperature").asDouble()).isEqualTo(0.5);
    assertThat(answer.path("previous_response_id").asText()).isEqualTo("resp_x");
    assertThat(answer.path("conversation")).isEqualTo(parse(json("{'id':'conv_1'}")));
  }

  @ParameterizedTest
  @CsvSource({
    "sim-length,incomplete,/incomplete_details/reason,max_output_tokens",
    "sim-filter,incomplete,/incomplete_details/reason,content_filter",
    "sim-failed,failed,/error/code,server_error",
    "sim-refusal,completed,/output/0/content/0/refusal,word0 word1 word2",
    "sim-nofinish,in_progress,/usage,null"
  })
  void finishToken_setsTheStatus(String model, String status, String path, String value)
      throws Exception {
    JsonNode answer = simulator.answer(RESPONSES, response(model, ""));

    assertThat(answer.path("status").asText()).isEqualTo(status);
    assertThat(answer.at(path).asText().strip()).isEqualTo(value);
  }

  @Test
  void nousage_leavesUsageNull() throws Exception {
    assertThat(simulator.answer(RESPONSES, response("sim-nousage", "")).path("usage").isNull())
        .isTrue();
  }

  @Test
  void stream_hasTheEventsInOrder() throws Exception {
    List<JsonNode> events = stream("sim-n2-reason1");

    assertThat(types(events))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.reasoning_text.delta",
            "response.reasoning_text.done",
            "response.output_item.done",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.completed");
    assertThat(events.stream().map(event -> event.path("sequence_number").asInt()))
        .isEqualTo(IntStream.range(0, events.size()).boxed().toList());
    JsonNode last = events.get(events.size() - 1).path("response");
    assertThat(last.at("/usage/output_tokens").asInt()).isEqualTo(3);
    assertThat(last.at("/usage/output_tokens_details/reasoning_tokens").asInt()).isEqualTo(1);
    assertThat(last.at("/output/1")).isEqualTo(events.get(12).path("item"));
  }

  @Test
  void eventNames_areTheTypes() throws Exception {
    assertThat(simulator.post(RESPONSES, response("sim-n1", STREAM)).body())
        .contains(
            json(
                "event: response.output_text.delta\ndata: {'type':'response.output_text.delta',"
                    + "'sequence_number':4,'item_id':'msg_sim-n1-1-0','output_index':0,"
                    + "'content_index':0,'delta':'word0 ','logprobs':[]}\n\n"));
  }

  @Test
  void toolStream_hasArgumentEvents() throws Exception {
    List<JsonNode> events =
        RunningSimulator.data(
                simulator
                    .post(
                        RESPONSES,
                        response("sim-tool", STREAM + ",'tools':[{'type':'function','name':'f'}]"))
                    .body())
            .stream()
            .map(RunningSimulator::parse)
            .toList();

    assertThat(types(events))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.completed");
  }

  @ParameterizedTest
  @CsvSource({
    "sim-length,response.incomplete",
    "sim-failed,response.failed",
    "sim-nofinish,response.output_item.done"
  })
  void finishToken_setsTheLastEvent(String model, String type) throws Exception {
    assertThat(types(stream(model))).endsWith(type);
  }

  @Test
  void refusalStream_hasRefusalEvents() throws Exception {
    assertThat(types(stream("sim-n1-refusal")))
        .contains("response.refusal.delta", "response.refusal.done")
        .doesNotContain("response.output_text.delta");
  }

  private List<JsonNode> stream(String model) throws Exception {
    return simulator.events(RESPONSES, response(model, STREAM)).stream()
        .map(RunningSimulator::parse)
        .toList();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asText()).toList();
  }
}
