/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.openai;

import static dev.turnspan.it.openai.Clients.chatWithTools;
import static dev.turnspan.it.openai.Clients.model;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tools that the application runs by hand. */
final class Tools {

  private Tools() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolTurn", seen -> loop(seen, model("tool", "toolTurn")));
    scenarios.put("parallelTools", seen -> loop(seen, model("tools2", "parallelTools")));
  }

  static void loop(Observation seen, String model) {
    ChatCompletionCreateParams.Builder params =
        chatWithTools(model).streamOptions(java.util.Optional.empty());
    ChatCompletion answer = create(params);
    seen.value("answer", answer);
    ChatCompletionMessage message = answer.choices().get(0).message();
    params.addMessage(message);
    for (String id : toolCallIds(message)) {
      seen.value("tool", id);
      params.addMessage(
          ChatCompletionToolMessageParam.builder().toolCallId(id).content("result").build());
    }
    seen.value("answer", create(params));
  }

  private static ChatCompletion create(ChatCompletionCreateParams.Builder params) {
    return Clients.STRICT.chat().completions().create(params.build());
  }

  /** The typed form of tool calls is not the same in all versions; on the wire it is. */
  private static List<String> toolCallIds(ChatCompletionMessage message) {
    Map<?, ?> json = JsonValue.from(message).convert(Map.class);
    List<String> ids = new ArrayList<>();
    if (json != null && json.get("tool_calls") instanceof List<?> calls) {
      calls.forEach(call -> ids.add(String.valueOf(((Map<?, ?>) call).get("id"))));
    }
    return ids;
  }
}
