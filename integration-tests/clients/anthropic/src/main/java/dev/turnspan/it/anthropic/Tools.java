/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chatWithTools;
import static dev.turnspan.it.anthropic.Clients.model;
import static dev.turnspan.it.anthropic.Clients.object;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
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

  /** The typed form of messages is not the same in all versions; on the wire it is. */
  @SuppressWarnings("unchecked")
  static void loop(Observation seen, String model) {
    Message answer = create(chatWithTools(model));
    seen.value("answer", answer);
    List<Object> results = new ArrayList<>();
    for (ContentBlock block : answer.content()) {
      block
          .toolUse()
          .ifPresent(
              use -> {
                seen.value("tool", use.id());
                results.add(
                    object("type", "tool_result", "tool_use_id", use.id(), "content", "result"));
              });
    }
    JsonValue messages =
        JsonValue.from(
            List.of(
                object("role", "user", "content", "hi"),
                object("role", "assistant", "content", answer.content()),
                object("role", "user", "content", results)));
    seen.value("answer", create(chatWithTools(model).messages(messages)));
  }

  private static Message create(MessageCreateParams.Builder params) {
    return Clients.STRICT.messages().create(params.build());
  }
}
