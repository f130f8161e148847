/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Program;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;

/** Converse of the AWS SDK. */
final class BedrockDialog implements Dialog {

  private static final BedrockRuntimeClient CLIENT =
      BedrockRuntimeClient.builder()
          .endpointOverride(URI.create(Program.provider().replace("/v1", "")))
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("id", Program.key())))
          .build();
  private static final ToolConfiguration TOOLS =
      ToolConfiguration.builder()
          .tools(ToolSchemas.NAMES.stream().map(BedrockDialog::tool).toList())
          .build();

  private final String model;
  private final List<Message> messages = new ArrayList<>();
  private final List<ContentBlock> results = new ArrayList<>();

  BedrockDialog(String model) {
    this.model = "anthropic.claude-" + model;
    messages.add(user(List.of(ContentBlock.fromText("hi"))));
  }

  private static Tool tool(String name) {
    Document schema = Document.mapBuilder().putString("type", "object").build();
    return Tool.fromToolSpec(
        ToolSpecification.builder()
            .name(name)
            .inputSchema(ToolInputSchema.fromJson(schema))
            .build());
  }

  private static Message user(List<ContentBlock> content) {
    return Message.builder().role(ConversationRole.USER).content(content).build();
  }

  @Override
  public List<ToolCall> ask() {
    if (!results.isEmpty()) {
      messages.add(user(List.copyOf(results)));
      results.clear();
    }
    Message answer =
        CLIENT
            .converse(
                ConverseRequest.builder()
                    .modelId(model)
                    .messages(messages)
                    .toolConfig(TOOLS)
                    .build())
            .output()
            .message();
    messages.add(answer);
    return answer.content().stream()
        .filter(block -> block.toolUse() != null)
        .map(block -> new ToolCall(block.toolUse().toolUseId(), block.toolUse().name()))
        .toList();
  }

  @Override
  public void result(ToolCall call, String text) {
    results.add(
        ContentBlock.fromToolResult(
            ToolResultBlock.builder()
                .toolUseId(call.id())
                .content(ToolResultContentBlock.fromText(text))
                .build()));
  }
}
