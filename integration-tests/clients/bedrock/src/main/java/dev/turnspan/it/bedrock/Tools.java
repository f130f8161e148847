/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import static dev.turnspan.it.bedrock.Clients.claude;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;

/** Tools that the application runs by hand. */
final class Tools {

  static final ToolConfiguration CONFIG =
      ToolConfiguration.builder()
          .tools(tool("weather", "city"), tool("population", "country"))
          .build();

  private Tools() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolTurn", seen -> loop(seen, claude("tool", "toolTurn")));
    scenarios.put("parallelTools", seen -> loop(seen, claude("tools2", "parallelTools")));
  }

  static void loop(Observation seen, String model) {
    List<Message> messages = new ArrayList<>();
    messages.add(Conversations.user("hi"));
    ConverseResponse answer = ask(model, messages);
    seen.value("answer", answer);
    Message asked = answer.output().message();
    messages.add(asked);
    List<ContentBlock> results = new ArrayList<>();
    for (ContentBlock block : asked.content()) {
      if (block.toolUse() != null) {
        seen.value("tool", block.toolUse().toolUseId());
        results.add(result(block.toolUse().toolUseId()));
      }
    }
    messages.add(Message.builder().role(ConversationRole.USER).content(results).build());
    seen.value("answer", ask(model, messages));
  }

  private static ConverseResponse ask(String model, List<Message> messages) {
    return Clients.STRICT.converse(
        ConverseRequest.builder().modelId(model).messages(messages).toolConfig(CONFIG).build());
  }

  private static ContentBlock result(String id) {
    return ContentBlock.fromToolResult(
        ToolResultBlock.builder()
            .toolUseId(id)
            .content(ToolResultContentBlock.fromText("result"))
            .build());
  }

  private static Tool tool(String name, String parameter) {
    Document property = Document.mapBuilder().putString("type", "string").build();
    Document schema =
        Document.mapBuilder()
            .putString("type", "object")
            .putDocument(
                "properties", Document.mapBuilder().putDocument(parameter, property).build())
            .build();
    return Tool.builder()
        .toolSpec(
            ToolSpecification.builder()
                .name(name)
                .inputSchema(ToolInputSchema.fromJson(schema))
                .build())
        .build();
  }
}
