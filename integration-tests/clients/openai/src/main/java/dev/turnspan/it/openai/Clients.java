/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.turnspan.it.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clients of the program, and the requests that it makes. */
final class Clients {

  private static final JsonValue TOOLS =
      JsonValue.from(List.of(tool("weather", "city"), tool("population", "country")));

  /** Fails at once. */
  static final OpenAIClient STRICT = client(Program.provider(), 0);

  /** Tries again twice. */
  static final OpenAIClient PATIENT = client(Program.provider(), 2);

  /** Finds nobody. */
  static final OpenAIClient LOST = client(Program.nobody(), 0);

  private Clients() {}

  private static OpenAIClient client(String baseUrl, int retries) {
    return OpenAIOkHttpClient.builder()
        .apiKey(Program.key())
        .baseUrl(baseUrl)
        .maxRetries(retries)
        .build();
  }

  /** The model that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static ChatCompletionCreateParams.Builder chat(String model) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage("hi");
  }

  static ChatCompletionCreateParams.Builder chatWithUsage(String model) {
    return chat(model)
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
  }

  /** The typed form of tools is not the same in all versions; on the wire it is. */
  static ChatCompletionCreateParams.Builder chatWithTools(String model) {
    return chatWithUsage(model).putAdditionalBodyProperty("tools", TOOLS);
  }

  private static Map<String, Object> tool(String name, String parameter) {
    return object("type", "function", "function", function(name, parameter));
  }

  static Map<String, Object> function(String name, String parameter) {
    return object(
        "name",
        name,
        "parameters",
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
