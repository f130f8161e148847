/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Exchange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ties a request to the answer that asked for tools, in every format that has ids. */
class ToolCallFactsTest {

  private static final String CHAT = "https://llm.example/v1/chat/completions";
  private static final String RESPONSES = "https://llm.example/v1/responses";
  private static final String MESSAGES = "https://llm.example/v1/messages";
  private static final String GEMINI = "https://llm.example/v1beta/models/g:generateContent";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        CHAT
            + "|`{'choices':[{'message':{'tool_calls':["
            + "{'id':'a','type':'function','function':{'name':'rates','arguments':'{}'}},"
            + "{'function':{'arguments':'{}','name':'dates'},'id':'b'}]},"
            + "'finish_reason':'tool_calls'}]}`",
        RESPONSES
            + "|`{'id':'r','status':'completed','output':["
            + "{'type':'function_call','call_id':'a','name':'rates'},"
            + "{'name':'dates','call_id':'b','type':'function_call'},"
            + "{'type':'message','content':[]}]}`",
        MESSAGES
            + "|`{'content':[{'type':'text','text':'x'},"
            + "{'type':'server_tool_use','id':'s','name':'web_search'},"
            + "{'type':'tool_use','id':'a','name':'rates','input':{'id':'x','name':'y'}},"
            + "{'id':'b','name':'dates','type':'tool_use'}],'stop_reason':'tool_use'}`",
        GEMINI
            + "|`{'candidates':[{'content':{'parts':["
            + "{'functionCall':{'name':'rates','id':'a','args':{'id':'x'}}},"
            + "{'functionCall':{'id':'b','name':'dates'}},{'functionCall':{'name':'none'}}]}}]}`",
      })
  void answer_namesTheToolCallsThatItAsksFor(String url, String answer) {
    for (int length : new int[] {1, 7, 10_000}) {
      assertThat(notes(url, "application/json", body(answer), length))
          .filteredOn(note -> note.startsWith("requestedTool["))
          .containsExactly("requestedTool[a, rates, null]", "requestedTool[b, dates, null]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        CHAT
            + "|`{'choices':[{'delta':{'tool_calls':["
            + "{'index':0,'id':'a','function':{'name':'rates','arguments':''}}]}}]}`"
            + "|`{'choices':[{'delta':{'tool_calls':["
            + "{'index':0,'function':{'arguments':'{}'}}]}}]}`",
        RESPONSES
            + "|`{'type':'response.output_item.added',"
            + "'item':{'type':'function_call','call_id':'a','name':'rates'}}`"
            + "|`{'type':'response.completed','response':{'status':'completed','output':["
            + "{'type':'function_call','call_id':'a','name':'rates'}]}}`",
        MESSAGES
            + "|`{'type':'content_block_start','index':0,"
            + "'content_block':{'type':'tool_use','id':'a','name':'rates','input':{}}}`"
            + "|`{'type':'content_block_delta','delta':{'partial_json':'{}'}}`",
      })
  void stream_namesThemOnce(String url, String first, String second) {
    byte[] events = body("data: " + first + "\n\ndata: " + second + "\n\n");
    assertThat(notes(url, "text/event-stream", events, 5))
        .filteredOn(note -> note.startsWith("requestedTool["))
        .containsExactly("requestedTool[a, rates, null]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        CHAT
            + "|`{'model':'m','messages':[{'role':'user','content':'hi'},"
            + "{'role':'assistant','tool_calls':[{'id':'old'}]},"
            + "{'role':'tool','tool_call_id':'old','content':'1'},"
            + "{'tool_calls':[{'id':'a'},{'id':'b'}],'role':'assistant'},"
            + "{'tool_call_id':'a','role':'tool','content':'2'},"
            + "{'role':'tool','content':'3','tool_call_id':'b'},"
            + "{'role':'user','content':'and quickly'}]}`|false",
        RESPONSES
            + "|`{'model':'m','previous_response_id':'r','input':["
            + "{'type':'function_call_output','call_id':'a','output':'1'},"
            + "{'output':'2','call_id':'b','type':'function_call_output'}]}`|false",
        RESPONSES
            + "|`{'model':'m','input':[{'type':'function_call_output','call_id':'old'},"
            + "{'type':'message','role':'assistant','content':[]},"
            + "{'type':'function_call','call_id':'a'},"
            + "{'type':'function_call_output','call_id':'a'},"
            + "{'type':'function_call_output','call_id':'b'}]}`|false",
        MESSAGES
            + "|`{'model':'m','messages':["
            + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'old'}]},"
            + "{'content':[{'type':'tool_use','id':'a'}],'role':'assistant'},"
            + "{'content':[{'type':'tool_result','tool_use_id':'a','is_error':true,"
            + "'content':'no'},{'tool_use_id':'b','type':'tool_result'}],'role':'user'}]}`|true",
        GEMINI
            + "|`{'contents':[{'role':'user','parts':[{'functionResponse':{'id':'old'}}]},"
            + "{'role':'model','parts':[{'functionCall':{'id':'a','name':'rates'}}]},"
            + "{'parts':[{'functionResponse':{'id':'a','name':'rates'}},"
            + "{'functionResponse':{'name':'dates','id':'b'}}]}]}`|false",
      })
  void request_bringsWhatFollowsTheLastAnswer(String url, String request, boolean error) {
    WireFixture fixture = new WireFixture();
    byte[] bytes = body(request);
    // As the JDK publishes them: a body in parts.
    List<ByteBuffer> parts = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += 16) {
      parts.add(ByteBuffer.wrap(bytes, i, Math.min(16, bytes.length - i)));
    }
    fixture.wire.startExchange("POST", url, "application/json", () -> parts);

    assertThat(fixture.notes)
        .filteredOn(note -> note.startsWith("startCall["))
        .singleElement()
        .asString()
        .contains("toolResults=[ToolResult[key=a, ")
        .contains("error=" + error + "], ToolResult[key=b, ")
        .doesNotContain("old");
    assertThat(parts).allSatisfy(part -> assertThat(part.position() % 16).isZero());
  }

  @ParameterizedTest
  @CsvSource({CHAT, RESPONSES, MESSAGES})
  void bodyThatIsNotSeenWhole_bringsNothing(String url) {
    WireFixture fixture = new WireFixture();
    byte[] head =
        body(
            "{'model':'m','messages':[{'role':'tool','tool_call_id':'a'}],'input':[{'call_id':'a'}");
    fixture.wire.startExchange(
        "POST", url, "application/json", () -> List.of(ByteBuffer.wrap(head)));

    assertThat(fixture.notes)
        .filteredOn(note -> note.startsWith("startCall["))
        .singleElement()
        .asString()
        .contains("toolResults=[]");
  }

  @ParameterizedTest
  @CsvSource({CHAT})
  void transportThatDoesNotShowBodies_namesNoToolCalls(String url) {
    byte[] answer = body("{'choices':[{'message':{'tool_calls':[{'id':'a'}]}}]}");
    assertThat(WireFixture.of(url, "{}", "application/json", answer, 9))
        .contains("requestedTools[1]")
        .noneMatch(note -> note.startsWith("requestedTool["));
  }

  private static List<String> notes(String url, String type, byte[] answer, int length) {
    WireFixture fixture = new WireFixture();
    Exchange exchange =
        fixture.wire.startExchange(
            "POST", url, null, () -> List.of(ByteBuffer.wrap(body("{'model':'m'}"))));
    if (exchange == null) {
      throw new AssertionError(url + " is no call");
    }
    exchange.answered(200, type, null);
    for (int i = 0; i < answer.length; i += length) {
      exchange.received(ByteBuffer.wrap(answer, i, Math.min(length, answer.length - i)));
    }
    exchange.end();
    return fixture.notes;
  }

  private static byte[] body(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
