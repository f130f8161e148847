/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import dev.turnspan.it.program.Program;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.StringJoiner;

/** The client of the program, and the requests that it makes. */
final class Requests {

  static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String TOOLS =
      ",'tools':[{'type':'function','function':{'name':'weather','parameters':{'type':'object',"
          + "'properties':{'city':{'type':'string'}}}}},{'type':'function','function':{'name':"
          + "'population','parameters':{'type':'object','properties':{'country':{'type':'string'}}}}}]";

  /** The provider without the version that the paths begin with. */
  static final String ROOT = Program.provider().replaceAll("/v1$", "");

  private Requests() {}

  /** The model that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static HttpRequest post(String url, String json) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + Program.key())
        .POST(BodyPublishers.ofString(json.replace('\'', '"')))
        .build();
  }

  static HttpRequest toProvider(String path, String json) {
    return post(ROOT + path, json);
  }

  static HttpRequest chat(String model) {
    return toProvider("/v1/chat/completions", body(model, ""));
  }

  static HttpRequest chatStream(String model) {
    return toProvider("/v1/chat/completions", body(model, ",'stream':true"));
  }

  static HttpRequest chatStreamWithUsage(String model) {
    return toProvider("/v1/chat/completions", body(model, withUsage("")));
  }

  static HttpRequest chatWithTools(String model, boolean stream) {
    return toProvider("/v1/chat/completions", body(model, stream ? withUsage(TOOLS) : TOOLS));
  }

  /** What comes after an answer that asked for these tool calls: their results. */
  static HttpRequest chatAfterTools(String model, List<String> calls) {
    StringJoiner asked = new StringJoiner(",");
    StringBuilder results = new StringBuilder();
    for (String call : calls) {
      asked.add(
          "{'id':'" + call + "','type':'function','function':{'name':'weather','arguments':'{}'}}");
      results.append(",{'role':'tool','tool_call_id':'" + call + "','content':'sunny'}");
    }
    String messages =
        "[{'role':'user','content':'hi'},{'role':'assistant','tool_calls':["
            + asked
            + "]}"
            + results
            + "]";
    return toProvider(
        "/v1/chat/completions", "{'model':'" + model + "','messages':" + messages + TOOLS + "}");
  }

  /** The model comes late: it is read as the body is sent. */
  static String body(String model, String more) {
    return "{'messages':[{'role':'user','content':'hi'}]" + more + ",'model':'" + model + "'}";
  }

  private static String withUsage(String more) {
    return more + ",'stream':true,'stream_options':{'include_usage':true}";
  }
}
