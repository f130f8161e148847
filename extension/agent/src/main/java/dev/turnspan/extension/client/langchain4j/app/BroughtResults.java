/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.turnspan.bridge.ToolResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of tools that a request brings: what follows the last answer, for results from
 * further back the model has seen before.
 */
final class BroughtResults {

  private BroughtResults() {}

  /** Never throws: the messages may be of the application's own types. */
  static List<ToolResult> in(List<ChatMessage> messages) {
    List<ToolResult> results = new ArrayList<>(0);
    try {
      for (int i = messages.size() - 1; i >= 0 && !(messages.get(i) instanceof AiMessage); i--) {
        if (messages.get(i) instanceof ToolExecutionResultMessage result && result.id() != null) {
          results.add(new ToolResult(result.id(), length(result), /* error= */ false));
        }
      }
    } catch (Throwable t) {
      // Then these requests cannot be told to go on with anything.
    }
    return results;
  }

  /** Newer versions have results that are no text, and refuse to say that they are. */
  private static long length(ToolExecutionResultMessage result) {
    try {
      return result.text().length();
    } catch (RuntimeException e) {
      return -1;
    }
  }
}
