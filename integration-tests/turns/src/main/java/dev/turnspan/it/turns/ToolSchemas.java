/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two tools of all dialogs, as they look in JSON. */
final class ToolSchemas {

  static final List<String> NAMES = List.of("weather", "population");

  private ToolSchemas() {}

  /** Unlike the maps of the JDK's factories it has the same order in each process. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  static Map<String, Object> parameters() {
    return object("type", "object", "properties", object("city", object("type", "string")));
  }

  static List<Map<String, Object>> openAi() {
    return NAMES.stream()
        .map(
            name ->
                object(
                    "type",
                    "function",
                    "function",
                    object("name", name, "parameters", parameters())))
        .toList();
  }
}
