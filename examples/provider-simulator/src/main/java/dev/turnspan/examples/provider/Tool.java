/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A function that the request offers; {@code parameters} is a JSON schema. */
record Tool(String name, String description, JsonNode parameters) {

  /**
   * The functions of a request that its {@code tool_choice} allows. Chat completions nest the
   * function in the tool, Responses do not.
   */
  static List<Tool> of(JsonNode body) {
    JsonNode choice = body.path("tool_choice");
    String chosen = function(choice).path("name").asText("");
    List<Tool> tools = new ArrayList<>();
    if (choice.asText("").equals("none")) {
      return tools;
    }
    for (JsonNode tool : body.path("tools")) {
      JsonNode function = function(tool);
      String name = function.path("name").asText("");
      if (!name.isEmpty() && (chosen.isEmpty() || chosen.equals(name))) {
        tools.add(
            new Tool(name, function.path("description").asText(""), function.path("parameters")));
      }
    }
    return tools;
  }

  private static JsonNode function(JsonNode tool) {
    return tool.has("function") ? tool.path("function") : tool;
  }
}
