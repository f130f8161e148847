/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.CHAT;
import static dev.turnspan.examples.provider.RunningSimulator.RESPONSES;
import static dev.turnspan.examples.provider.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoTest {

  private static final String TOOLS =
      ",'tools':[{'type':'function','function':{'name':'get_weather',"
          + "'description':'Current weather of a city','parameters':{'type':'object',"
          + "'properties':{'city':{'type':'string'},'days':{'type':'integer'},"
          + "'unit':{'enum':['celsius','fahrenheit']}},'required':['city']}}},"
          + "{'type':'function','function':{'name':'calculate','description':'Does arithmetic',"
          + "'parameters':{'type':'object','properties':{'operation':{'enum':['add','multiply']},"
          + "'a':{'type':'number'},'b':{'type':'number'}},'required':['operation','a','b']}}},"
          + "{'type':'function','function':{'name':'searchNotes','description':'Finds notes',"
          + "'parameters':{'type':'object','properties':{'query':{'type':'string'}},"
          + "'required':['query']}}}]";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private JsonNode ask(String model, String messages) throws Exception {
    return simulator.answer(
        CHAT, json("{'model':'%s','messages':[%s]%s}".formatted(model, messages, TOOLS)));
  }

  private static String user(String text) {
    return "{'role':'user','content':'%s'}".formatted(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is the weather in New York for 3 days?|get_weather|{~city~:~New York~,~days~:3}",
        "weather tomorrow in fahrenheit|get_weather|{~city~:~tomorrow fahrenheit~,~unit~:~fahrenheit~}",
        "Please multiply 6 by 7.5|calculate|{~operation~:~multiply~,~a~:6,~b~:7.5}",
        "search my notes about garden tools|searchNotes|{~query~:~about garden tools~}",
        "find the note “red roof”|searchNotes|{~query~:~red roof~}",
        "Weather?|get_weather|{~city~:~value~}"
      })
  void message_picksToolAndArguments(String message, String tool, String arguments)
      throws Exception {
    JsonNode function = ask("demo", user(message)).at("/choices/0/message/tool_calls/0/function");

    assertThat(function.path("name").asText()).isEqualTo(tool);
    assertThat(function.path("arguments").asText()).isEqualTo(arguments.replace('~', '"'));
  }

  @Test
  void messageThatNamesTwoTools_getsBoth() throws Exception {
    JsonNode calls =
        ask("demo", user("Search my notes about Rome and get the weather in Oslo"))
            .at("/choices/0/message/tool_calls");

    assertThat(calls.findValuesAsText("name")).containsExactly("get_weather", "searchNotes");
  }

  @Test
  void messageAboutNothingKnown_isAnsweredInWords() throws Exception {
    JsonNode answer = ask("demo", user("Good morning"));

    assertThat(answer.at("/choices/0/message/content").asText()).contains("\"Good morning\"");
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isPositive();
  }

  @Test
  void toolResult_isQuoted() throws Exception {
    JsonNode answer =
        ask("demo", user("weather in Rome") + ",{'role':'tool','content':'22 degrees'}");

    assertThat(answer.at("/choices/0/message/content").asText()).contains("22 degrees");
  }

  @Test
  void thirdTurn_knowsTheOthersAndReadsFromTheCache() throws Exception {
    JsonNode answer =
        ask(
            "demo",
            String.join(
                ",",
                user("Hello"),
                "{'role':'assistant','content':'Hello to you'}",
                user("How are you"),
                "{'role':'assistant','content':'Well'}",
                user("Good night")));

    assertThat(answer.at("/choices/0/message/content").asText())
        .contains("You asked 3 things so far", "\"Hello\"");
    assertThat(answer.at("/usage/prompt_tokens_details/cached_tokens").asInt()).isPositive();
  }

  @Test
  void reasoningModel_reasonsFirst() throws Exception {
    JsonNode answer = ask("o4-mini", user("Good morning"));

    assertThat(answer.at("/choices/0/message/reasoning_content").asText()).contains("Good morning");
    assertThat(answer.at("/usage/completion_tokens_details/reasoning_tokens").asInt()).isPositive();
  }

  @Test
  void responses_rememberByIdAndByConversation() throws Exception {
    String first = json("{'model':'demo','input':'Hello','conversation':{'id':'c1'}}");
    String id = simulator.answer(RESPONSES, first).path("id").asText();
    JsonNode byId =
        simulator.answer(
            RESPONSES,
            json("{'model':'demo','input':'Again','previous_response_id':'%s'}".formatted(id)));
    JsonNode byConversation =
        simulator.answer(RESPONSES, json("{'model':'demo','input':'Again','conversation':'c1'}"));

    assertThat(byId.at("/output/0/content/0/text").asText()).contains("You asked 2 things");
    assertThat(byConversation.at("/output/0/content/0/text").asText())
        .contains("You asked 2 things");
  }
}
