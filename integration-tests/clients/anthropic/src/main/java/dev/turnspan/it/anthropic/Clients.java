/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.MessageCreateParams;
import dev.turnspan.it.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clients of the program, and the requests that it makes. */
final class Clients {

  static final long MAX_TOKENS = 99;

  private static final JsonValue TOOLS =
      JsonValue.from(List.of(tool("weather", "city"), tool("population", "country")));

  /** Fails at once. */
  static final AnthropicClient STRICT = client(Program.provider(), 0);

  /** Tries again twice. */
  static final AnthropicClient PATIENT = client(Program.provider(), 2);

  /** Finds nobody. */
  static final AnthropicClient LOST = client(Program.nobody(), 0);

  private Clients() {}

  private static AnthropicClient client(String baseUrl, int retries) {
    return AnthropicOkHttpClient.builder()
        .apiKey(Program.key())
        // The library puts the version before the path itself.
        .baseUrl(baseUrl.replaceAll("/v1$", ""))
        .maxRetries(retries)
        .build();
  }

  /** The model that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static MessageCreateParams.Builder chat(String model) {
    return MessageCreateParams.builder().model(model).maxTokens(MAX_TOKENS).addUserMessage("hi");
  }

  /** The typed form of tools is not the same in all versions; on the wire it is. */
  static MessageCreateParams.Builder chatWithTools(String model) {
    return chat(model).putAdditionalBodyProperty("tools", TOOLS);
  }

  private static Map<String, Object> tool(String name, String parameter) {
    return object(
        "name",
        name,
        "input_schema",
        object("type", "object", "properties", object(parameter, object("type", "string"))));
  }

  /** Unlike the maps of the JDK's factories it has the same order in each process. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
