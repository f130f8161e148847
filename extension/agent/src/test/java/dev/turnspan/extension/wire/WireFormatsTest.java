/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is read of each format, however its bytes are split. */
final class WireFormatsTest {

  private static final String EVENTS = "text/event-stream";
  private static final String JSON = "application/json";
  private static final String HOST = "http://127.0.0.1:1";

  @Test
  void chatStream_isReadAlikeHoweverItIsSplit() {
    List<String> notes =
        alike(
            "/v1/chat/completions",
            "{'messages':[{'content':'{\\'model\\':\\'no\\'}'}],'stream':true,'model':'m'}",
            EVENTS,
            ": hello\r\n"
                + "event: x\r\n"
                + "data:"
                + " {'id':'c','model':'m-1','choices':[{'delta':{'role':'a','content':''}}]}\r\n\r\n"
                + "data:{'choices':[{'delta':{'content':'H\\u00e4\\'','reasoning':null}}]}\n\n"
                + "data:"
                + " {'choices':[{'delta':{'tool_calls':[{'index':1,'function':{'arguments':''}}]}}]}\n\n"
                + "data: {broken\n\n"
                + "data: {'choices':[{'delta':{},'finish_reason':'tool_calls'}]}\n\n"
                + "data:"
                + " {'choices':[],'usage':{'prompt_tokens':9,'completion_tokens':4,'total_tokens':13,'completion_tokens_details':{'reasoning_tokens':1}}}\n\n"
                + "data: [DONE]\n\n");

    assertThat(notes)
        .containsExactly(
            "startCall[CallStart[operation=chat, provider=openai, model=null, stream=false,"
                + " baseUrl=http://127.0.0.1:1/v1/chat/completions, conversationId=null,"
                + " toolResults=[], firstMessages=null, previousResponseId=null]]",
            "startAttempt",
            "requested[m, true]",
            "conversationId[null]",
            "status[200]",
            "responseId[c]",
            "responseModel[m-1]",
            "chunk[0]",
            "chunk[1]",
            "chunk[3]",
            "requestedTools[2]",
            "chunk[0]",
            "finishReason[tool_calls]",
            "chunk[0]",
            "usage[9, 4, -1, -1, 1]",
            "end");
  }

  @Test
  void outputThatLeavesOutReasoning_isProvedByTheTotal() {
    assertThat(
            alike(
                "/v1/chat/completions",
                "{'model':'m'}",
                JSON,
                "{'usage':{'prompt_tokens':9,'completion_tokens':4,'total_tokens':20,"
                    + "'completion_tokens_details':{'reasoning_tokens':7}}}"))
        .contains("usage[9, 11, -1, -1, 7]");
  }

  @Test
  void responses_haveStatusAndChain() {
    assertThat(
            alike(
                "/v1/responses",
                "{'model':'m','previous_response_id':'r-0','stream':true}",
                EVENTS,
                "data:"
                    + " {'type':'response.created','response':{'id':'r-1','status':'in_progress'}}\n\n"
                    + "data: {'type':'response.reasoning_text.delta','delta':'Hm'}\n\n"
                    + "data: {'delta':'Hi','type':'response.output_text.delta'}\n\n"
                    + "data:"
                    + " {'type':'response.incomplete','response':{'status':'incomplete','incomplete_details':{'reason':'max_output_tokens'},'usage':{'input_tokens':5,'output_tokens':6}}}\n\n"))
        .containsSubsequence(
            "continues[r-0]",
            "responseId[r-1]",
            "chunk[0]",
            "chunk[2]",
            "chunk[1]",
            "finishReason[max_output_tokens]",
            "usage[5, 6, -1, -1, -1]",
            "end");
  }

  @Test
  void anthropicsPrompt_includesWhatTheCacheKnew() {
    assertThat(
            alike(
                "/v1/messages",
                "{'model':'m','stream':true}",
                EVENTS,
                "event: message_start\n"
                    + "data:"
                    + " {'type':'message_start','message':{'id':'i','model':'m','usage':{'input_tokens':5,'cache_read_input_tokens':7,'output_tokens':1}}}\n\n"
                    + "data: {'type':'content_block_start','content_block':{'type':'tool_use'}}\n\n"
                    + "data: {'type':'content_block_delta','delta':{'partial_json':'{'}}\n\n"
                    + "data:"
                    + " {'type':'message_delta','delta':{'stop_reason':'tool_use'},'usage':{'output_tokens':9}}\n\n"))
        .containsSubsequence(
            "usage[12, 1, 7, -1, -1]",
            "requestedTools[1]",
            "chunk[3]",
            "finishReason[tool_use]",
            "usage[12, 9, 7, -1, -1]",
            "end");
  }

  @Test
  void geminiArray_isAStream() {
    assertThat(
            alike(
                "/v1beta/models/gemini-3:streamGenerateContent?key=secret",
                "{'contents':[]}",
                JSON,
                "[{'candidates':[{'content':{'parts':[{'thought':true,'text':'Hm'}]}}]}\n"
                    + ",\n"
                    + "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'f'}}]},"
                    + "'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':4,"
                    + "'toolUsePromptTokenCount':2,'candidatesTokenCount':3,'thoughtsTokenCount':5}}]"))
        .containsSubsequence(
            "requested[null, true]",
            "chunk[2]",
            "chunk[3]",
            "requestedTools[1]",
            "finishReason[tool_calls]",
            "usage[6, 8, -1, -1, 5]",
            "end")
        .noneMatch(note -> note.contains("secret"))
        .anyMatch(note -> note.contains("model=gemini-3"));
  }

  @Test
  void ollama_streamsLinesUnlessTold() {
    assertThat(
            alike(
                "/api/chat",
                "{'model':'m'}",
                "application/x-ndjson",
                "{'message':{'thinking':'Hm'}}\n{broken\n{'message':{'content':'Hi'}}\n"
                    + "{'message':{'content':''},'done':true,'done_reason':'stop',"
                    + "'prompt_eval_count':3,'eval_count':2}\n"))
        .containsSubsequence(
            "requested[m, true]",
            "chunk[2]",
            "chunk[1]",
            "chunk[0]",
            "finishReason[stop]",
            "usage[3, 2, -1, -1, -1]",
            "end");
  }

  @Test
  void packedBody_isReadAlikeHoweverItIsSplit() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (String member : List.of("{'model':'m-1',", "'usage':{'prompt_tokens':3}}")) {
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(quoted(member).getBytes(UTF_8));
      }
    }
    for (int length = 1; length < 90; length++) {
      assertThat(
              WireFixture.of(
                  HOST + "/v1/embeddings", "{}", JSON, "gzip", packed.toByteArray(), length))
          .as("parts of %s bytes", length)
          .contains("responseModel[m-1]", "usage[3, -1, -1, -1, -1]");
    }
  }

  private static List<String> alike(String path, String request, String type, String answer) {
    byte[] bytes = quoted(answer).getBytes(UTF_8);
    List<String> whole =
        WireFixture.of(HOST + path, quoted(request), type, bytes, Integer.MAX_VALUE - 8);
    for (int length = 1; length < 100; length++) {
      assertThat(WireFixture.of(HOST + path, quoted(request), type, bytes, length))
          .as("parts of %s bytes", length)
          .isEqualTo(whole);
    }
    return whole;
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
