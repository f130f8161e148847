/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnspan.bridge.ToolResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;

/**
 * The results of tools that a request brings: what follows the last answer, for results from
 * further back the model has seen before.
 */
final class BroughtResults {

  /** No text is that long; images are, and are not worth the time. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final byte[] CLAUDE = "\"tool_result\"".getBytes(US_ASCII);
  private static final byte[] NOVA = "\"toolResult\"".getBytes(US_ASCII);

  private BroughtResults() {}

  /** Of Converse. */
  static List<ToolResult> in(List<Message> messages) {
    List<ToolResult> results = new ArrayList<>(0);
    for (int i = messages.size() - 1; i >= 0; i--) {
      Message message = messages.get(i);
      if ("assistant".equals(message.roleAsString())) {
        break;
      }
      for (ContentBlock block : message.content()) {
        ToolResultBlock result = block.toolResult();
        if (result != null && result.toolUseId() != null) {
          boolean error = "error".equals(result.statusAsString());
          results.add(new ToolResult(result.toolUseId(), -1, error));
        }
      }
    }
    return results;
  }

  /** Of a body for InvokeModel. Anthropic's models have tools there, and Amazon's own. */
  static List<ToolResult> in(@Nullable SdkBytes body) {
    byte[] bytes = body == null ? new byte[0] : body.asByteArrayUnsafe();
    boolean brings = InvokeEvents.contains(bytes, CLAUDE) || InvokeEvents.contains(bytes, NOVA);
    if (!brings || bytes.length > LONGEST_BODY) {
      return List.of();
    }
    try {
      return in(Fields.at(JsonNode.parser().parse(bytes), "messages"));
    } catch (RuntimeException e) {
      // No JSON.
      return List.of();
    }
  }

  private static List<ToolResult> in(@Nullable JsonNode messages) {
    List<ToolResult> results = new ArrayList<>(0);
    List<JsonNode> all = Fields.elements(messages);
    for (int i = all.size() - 1; i >= 0; i--) {
      if ("assistant".equals(Fields.text(all.get(i), "role"))) {
        break;
      }
      for (JsonNode block : Fields.elements(Fields.at(all.get(i), "content"))) {
        String claude = Fields.text(block, "tool_use_id");
        String nova = Fields.text(block, "toolResult", "toolUseId");
        if (claude != null) {
          String text = Fields.text(block, "content");
          results.add(
              new ToolResult(
                  claude, text == null ? -1 : text.length(), Fields.truth(block, "is_error")));
        } else if (nova != null) {
          boolean error = "error".equals(Fields.text(block, "toolResult", "status"));
          results.add(new ToolResult(nova, -1, error));
        }
      }
    }
    return results;
  }
}
