/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.CHAT;
import static dev.turnspan.examples.provider.RunningSimulator.RESPONSES;
import static dev.turnspan.examples.provider.RunningSimulator.chat;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static dev.turnspan.examples.provider.RunningSimulator.parse;
import static dev.turnspan.examples.provider.RunningSimulator.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ToolScriptTest {

  private static final String PARAMETERS =
      "'parameters':{'type':'object','properties':{'a':{'type':'integer'},"
          + "'b':{'type':['number','null']},'city':{'type':'string'},'unit':{'enum':['C','F']},"
          + "'all':{'type':'boolean'},'tags':{'type':'array','items':{'type':'string'}},"
          + "'place':{'type':'object','properties':{'zip':{'type':'integer'}}}}}";
  private static final String CHAT_TOOLS =
      ",'tools':[{'type':'function','function':{'name':'first',%s}},".formatted(PARAMETERS)
          + "{'type':'function','function':{'name':'second'}}]";
  private static final String RESPONSES_TOOLS =
      ",'tools':[{'type':'function','name':'first',%s}]".formatted(PARAMETERS);
  private static final String ARGUMENTS =
      json("{'a':1,'b':2,'city':'value','unit':'C','all':true,'tags':['value'],'place':{'zip':3}}");

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private JsonNode choice(String model, String messages) throws Exception {
    String body = json("{'model':'%s','messages':[%s]%s}".formatted(model, messages, CHAT_TOOLS));
    return simulator.answer(CHAT, body).at("/choices/0");
  }

  @Test
  void tool_isCalledWithFilledArguments() throws Exception {
    JsonNode answer = simulator.answer(CHAT, chat("sim-tool-reason2", CHAT_TOOLS));
    JsonNode call = answer.at("/choices/0/message/tool_calls/0");

    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(answer.at("/choices/0/message/content").isNull()).isTrue();
    assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(9);
    assertThat(call.path("id").asText()).matches("call_\\d+");
    assertThat(call.at("/function/name").asText()).isEqualTo("first");
    assertThat(call.at("/function/arguments").asText()).isEqualTo(ARGUMENTS);
  }

  @Test
  void toolResult_leadsToText() throws Exception {
    JsonNode choice =
        choice(
            "sim-tool",
            "{'role':'user','content':'hi'},{'role':'assistant'},"
                + "{'role':'tool','content':'1'}");

    assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    assertThat(choice.at("/message/content").asText()).isEqualTo("word0 word1 word2 ");
  }

  @Test
  void toolResultOfAnEarlierTurn_doesNotCount() throws Exception {
    JsonNode choice =
        choice("sim-tool", "{'role':'tool','content':'1'},{'role':'user','content':'hi'}");

    assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
  }

  @Test
  void toolrounds_countsGroupsOfResults() throws Exception {
    String round =
        ",{'role':'assistant'},{'role':'tool','content':'1'},{'role':'tool','content':'2'}";
    String user = "{'role':'user','content':'hi'}";

    assertThat(choice("sim-toolrounds2", user + round).path("finish_reason").asText())
        .isEqualTo("tool_calls");
    assertThat(choice("sim-toolrounds2", user + round + round).path("finish_reason").asText())
        .isEqualTo("stop");
  }

  @Test
  void tools_areCalledInTurnWithTheirOwnIds() throws Exception {
    JsonNode calls =
        simulator.answer(CHAT, chat("sim-tools3", CHAT_TOOLS)).at("/choices/0/message/tool_calls");

    assertThat(calls.findValuesAsText("name")).containsExactly("first", "second", "first");
    assertThat(calls.findValuesAsText("id")).doesNotHaveDuplicates();
  }

  @Test
  void withoutTools_answersText() throws Exception {
    assertThat(simulator.answer(CHAT, chat("sim-tool", "")).at("/choices/0/finish_reason").asText())
        .isEqualTo("stop");
    assertThat(
            simulator
                .answer(CHAT, chat("sim-tool", CHAT_TOOLS + ",'tool_choice':'none'"))
                .at("/choices/0/finish_reason")
                .asText())
        .isEqualTo("stop");
  }

  @Test
  void chatStream_sendsArgumentsInPiecesAndNoText() throws Exception {
    List<String> events = simulator.events(CHAT, chat("sim-tools2", CHAT_TOOLS + ",'stream':true"));
    List<JsonNode> calls =
        events.stream()
            .filter(event -> event.contains("tool_calls\":["))
            .map(event -> parse(event).at("/choices/0/delta/tool_calls/0"))
            .toList();

    assertThat(arguments(calls, 0)).isEqualTo(ARGUMENTS);
    assertThat(arguments(calls, 1)).isEqualTo("{}");
    assertThat(calls).filteredOn(call -> call.has("id")).hasSize(2);
    assertThat(calls).hasSizeGreaterThan(5);
    assertThat(events).noneMatch(event -> event.contains("\"content\":\""));
    assertThat(events.get(events.size() - 2)).contains("\"finish_reason\":\"tool_calls\"");
  }

  private static String arguments(List<JsonNode> calls, int index) {
    return String.join(
        "",
        calls.stream()
            .filter(call -> call.path("index").asInt() == index)
            .map(call -> call.at("/function/arguments").asText())
            .toList());
  }

  @Test
  void responsesTool_isAFunctionCallItem() throws Exception {
    JsonNode item =
        simulator.answer(RESPONSES, response("sim-tool", RESPONSES_TOOLS)).at("/output/0");

    assertThat(item.path("type").asText()).isEqualTo("function_call");
    assertThat(item.path("call_id").asText()).matches("call_\\d+");
    assertThat(item.path("arguments").asText()).isEqualTo(ARGUMENTS);
  }

  @Test
  void roundsOverPreviousResponses_areCounted() throws Exception {
    String model = "sim-toolrounds2";
    JsonNode first = simulator.answer(RESPONSES, response(model, RESPONSES_TOOLS));
    JsonNode second = simulator.answer(RESPONSES, results(model, first));
    JsonNode third = simulator.answer(RESPONSES, results(model, second));

    assertThat(second.at("/output/0/type").asText()).isEqualTo("function_call");
    assertThat(second.path("previous_response_id")).isEqualTo(first.path("id"));
    assertThat(third.at("/output/0/type").asText()).isEqualTo("message");
  }

  private static String results(String model, JsonNode previous) {
    return json(
        "{'model':'%s','previous_response_id':'%s','input':[{'type':'function_call_output',"
                .formatted(model, previous.path("id").asText())
            + "'call_id':'%s','output':'1'}]%s}"
                .formatted(previous.at("/output/0/call_id").asText(), RESPONSES_TOOLS));
  }
}
