/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnspan.it.program.Program;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Chat completions by hand, over the JDK's HTTP client. */
final class RawHttpDialog implements Dialog {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ObjectNode request = JSON.createObjectNode();
  private final ArrayNode messages;

  RawHttpDialog(String model) {
    request.put("model", model);
    request.set("tools", JSON.valueToTree(ToolSchemas.openAi()));
    messages = request.putArray("messages");
    messages.addObject().put("role", "user").put("content", "hi");
  }

  @Override
  public List<ToolCall> ask() throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(Program.provider() + "/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode answer = JSON.readTree(response.body()).at("/choices/0/message");
    messages.add(answer);
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : answer.path("tool_calls")) {
      calls.add(new ToolCall(call.path("id").asText(), call.at("/function/name").asText()));
    }
    return calls;
  }

  @Override
  public void result(ToolCall call, String text) {
    messages.addObject().put("role", "tool").put("tool_call_id", call.id()).put("content", text);
  }
}
