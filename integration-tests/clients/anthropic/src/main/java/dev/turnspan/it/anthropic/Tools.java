/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.chatWithTools;
import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.ToolResultBlockParam;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.lang.reflect.Method;
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
    Message answer = create(chatWithTools(model));
    seen.value("answer", answer);
    List<ContentBlockParam> results = new ArrayList<>();
    for (ContentBlock block : answer.content()) {
      block
          .toolUse()
          .ifPresent(
              use -> {
                seen.value("tool", use.id());
                results.add(
                    ContentBlockParam.ofToolResult(
                        ToolResultBlockParam.builder()
                            .toolUseId(use.id())
                            .content("result")
                            .build()));
              });
    }
    seen.value("answer", create(withResults(chatWithTools(model).addMessage(answer), results)));
  }

  /** The method's name is not the same in all versions. */
  private static MessageCreateParams.Builder withResults(
      MessageCreateParams.Builder params, List<ContentBlockParam> results) {
    try {
      for (Method method : params.getClass().getMethods()) {
        if (method.getName().matches("addUserMessageOf(Content)?BlockParams")) {
          method.invoke(params, results);
          return params;
        }
      }
      throw new NoSuchMethodException("a way to bring results");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message create(MessageCreateParams.Builder params) {
    return Clients.STRICT.messages().create(params.build());
  }
}
