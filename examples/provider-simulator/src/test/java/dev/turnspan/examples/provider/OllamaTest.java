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

final class OllamaTest {

  private static final String CHAT = "/api/chat";
  private static final String GENERATE = "/api/generate";
  private static final String EMBED = "/api/embed";
  private static final String WHOLE = ",'stream':false";
  private static final String TOOL =
      ",'tools':[{'type':'function','function':{'name':'add','parameters':{'type':'object',"
          + "'properties':{'a':{'type':'integer'}},'required':['a']}}}]";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private static String chat(String model, String more) {
    return json(
        "{'model':'%s','messages':[{'role':'user','content':'hi'}]%s}".formatted(model, more));
  }

  private static String line(String model, String message) {
    return json(
        "{'model':'%s','created_at':'2026-01-01T00:00:00Z','message':{'role':'assistant',%s},"
                .formatted(model, message)
            + "'done':false}");
  }

  private List<String> lines(String path, String body) throws Exception {
    return simulator.post(path, body).body().lines().toList();
  }

  @Test
  void wholeChat_hasTextThoughtsAndCounts() throws Exception {
    assertThat(simulator.post(CHAT, chat("sim-n1-reason1-in9", WHOLE)).body())
        .isEqualTo(
            json(
                "{'model':'sim-n1-reason1-in9','created_at':'2026-01-01T00:00:00Z','message':"
                    + "{'role':'assistant','content':'word0 ','thinking':'think0 '},'done':true,"
                    + "'done_reason':'stop','total_duration':9000000,'load_duration':1000000,"
                    + "'prompt_eval_count':9,'prompt_eval_duration':3000000,'eval_count':2,"
                    + "'eval_duration':5000000}"));
  }

  @Test
  void stream_isTheDefaultAndEndsWithTheCounts() throws Exception {
    HttpResponse<String> answer = simulator.post(CHAT, chat("sim-n1-reason1", ""));
    List<String> lines = answer.body().lines().toList();

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(lines)
        .hasSize(3)
        .startsWith(
            line("sim-n1-reason1", "'content':'','thinking':'think0 '"),
            line("sim-n1-reason1", "'content':'word0 '"));
    JsonNode last = parse(lines.get(2));
    assertThat(last.path("done").asBoolean()).isTrue();
    assertThat(last.path("done_reason").asText()).isEqualTo("stop");
    assertThat(last.path("prompt_eval_count").asInt()).isEqualTo(11);
    assertThat(last.path("eval_count").asInt()).isEqualTo(2);
  }

  @Test
  void toolCall_comesWholeInOneLine() throws Exception {
    List<String> lines = lines(CHAT, chat("sim-tool", TOOL));

    assertThat(lines).hasSize(2);
    JsonNode call = parse(lines.get(0)).at("/message/tool_calls/0");
    assertThat(call.at("/function/name").asText()).isEqualTo("add");
    assertThat(call.at("/function/arguments/a").asInt()).isEqualTo(1);
    assertThat(call.path("id").asText()).startsWith("call_");
    assertThat(parse(lines.get(1)).path("done_reason").asText()).isEqualTo("stop");
  }

  @Test
  void toolResult_isAnsweredWithText() throws Exception {
    String messages =
        "{'model':'sim-tool-n1','stream':false,'messages':[{'role':'user','content':'hi'},"
            + "{'role':'assistant','content':''},{'role':'tool','content':'3'}]%s}";

    JsonNode answer = simulator.answer(CHAT, json(messages.formatted(TOOL)));

    assertThat(answer.at("/message/content").asText()).isEqualTo("word0 ");
  }

  @Test
  void generate_answersAPrompt() throws Exception {
    String body = json("{'model':'sim-n1-length-reason1','prompt':'hi','stream':false}");

    JsonNode answer = simulator.answer(GENERATE, body);

    assertThat(answer.path("response").asText()).isEqualTo("word0 ");
    assertThat(answer.path("thinking").asText()).isEqualTo("think0 ");
    assertThat(answer.path("done_reason").asText()).isEqualTo("length");
    assertThat(answer.path("eval_count").asInt()).isEqualTo(2);
  }

  @Test
  void generateStream_hasOneLineADelta() throws Exception {
    List<String> lines = lines(GENERATE, json("{'model':'sim-n2','prompt':'hi'}"));

    assertThat(lines).hasSize(3);
    assertThat(parse(lines.get(1)).path("response").asText()).isEqualTo("word1 ");
  }

  @Test
  void embed_givesOneVectorAText() throws Exception {
    JsonNode answer = simulator.answer(EMBED, json("{'model':'sim-in7','input':['a','b']}"));

    assertThat(answer.path("embeddings")).hasSize(2);
    assertThat(answer.at("/embeddings/0")).hasSize(8);
    assertThat(answer.path("prompt_eval_count").asInt()).isEqualTo(7);
  }

  @Test
  void nousageAndNofinish_areAbsent() throws Exception {
    JsonNode answer = simulator.answer(CHAT, chat("sim-nousage-nofinish", WHOLE));

    assertThat(answer.has("prompt_eval_count")).isFalse();
    assertThat(answer.has("done_reason")).isFalse();
    assertThat(answer.path("done").asBoolean()).isTrue();
  }

  @Test
  void error_isOneString() throws Exception {
    HttpResponse<String> refused = simulator.post(CHAT, chat("sim-status503", ""));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).isEqualTo(json("{'error':'Scripted status 503.'}"));
    assertThat(simulator.post(EMBED, json("{'input':'a'}")).body())
        .isEqualTo(json("{'error':'you must provide a model parameter'}"));
  }

  @Test
  void errorInTheStream_isALine() throws Exception {
    assertThat(lines(CHAT, chat("sim-errorevent1", "")))
        .containsExactly(
            line("sim-errorevent1", "'content':'word0 '"), json("{'error':'scripted failure'}"));
  }

  @Test
  void malformedLine_isALine() throws Exception {
    assertThat(lines(CHAT, chat("sim-n1-malformed0", ""))).hasSize(3).startsWith("{not json");
  }

  @Test
  void tagsAndVersion_areThereForClientsThatAsk() throws Exception {
    assertThat(simulator.send("GET", simulator.root("/api/tags")).body())
        .isEqualTo(json("{'models':[]}"));
    assertThat(simulator.send("GET", simulator.root("/api/version")).statusCode()).isEqualTo(200);
    assertThat(simulator.send("GET", simulator.root(CHAT)).statusCode()).isEqualTo(405);
  }
}
