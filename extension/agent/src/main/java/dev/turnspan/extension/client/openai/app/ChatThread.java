/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ties the requests of a chat together: tool calls, their results, the first messages. */
final class ChatThread {

  private static final OptionalMethod CONTENT =
      OptionalMethod.of(ChatCompletionToolMessageParam.class, "content", "text");

  /** Until 3.x there was one kind of tool; since then a tool call is a union. */
  private static final OptionalMethod ID = of("id");

  private static final OptionalMethod NAME = of("function", "name");
  private static final OptionalMethod FUNCTION_ID = of("function", "id");
  private static final OptionalMethod FUNCTION_NAME = of("function", "function", "name");
  private static final OptionalMethod CUSTOM_ID = of("custom", "id");
  private static final OptionalMethod CUSTOM_NAME = of("custom", "custom", "name");

  private static OptionalMethod of(String... names) {
    return OptionalMethod.of(ChatCompletionMessageToolCall.class, names);
  }

  /** What follows the last answer: results from further back the model has seen before. */
  static List<ToolResult> results(@Nullable List<ChatCompletionMessageParam> messages) {
    List<ToolResult> results = new ArrayList<>(0);
    List<ChatCompletionMessageParam> all = messages == null ? List.of() : messages;
    for (int i = all.size() - 1; i >= 0; i--) {
      ChatCompletionMessageParam message = all.get(i);
      if (message.isAssistant()) {
        break;
      }
      String id = message.isTool() ? Fields.known(message.asTool()._toolCallId()) : null;
      if (id != null) {
        long length = CONTENT.call(message.asTool()) instanceof String text ? text.length() : -1;
        results.add(new ToolResult(id, length, /* error= */ false));
      }
    }
    return results;
  }

  /** What the conversation began with, in the library's own words. */
  static @Nullable String first(@Nullable List<ChatCompletionMessageParam> messages) {
    StringBuilder said = new StringBuilder();
    for (ChatCompletionMessageParam message :
        messages == null ? List.<ChatCompletionMessageParam>of() : messages) {
      said.append(message);
      if (message.isUser()) {
        return said.toString();
      }
    }
    return null;
  }

  /** Tells what an answer asks for. */
  static void requested(@Nullable List<ChatCompletionMessageToolCall> tools, Call call) {
    call.requestedTools(tools == null ? 0 : tools.size());
    for (Object tool : tools == null ? List.of() : tools) {
      requested(ID.call(tool), NAME.call(tool), call);
      requested(FUNCTION_ID.call(tool), FUNCTION_NAME.call(tool), call);
      requested(CUSTOM_ID.call(tool), CUSTOM_NAME.call(tool), call);
    }
  }

  /** The same for a part of it; the first part of a tool call names it. */
  static void requested(Delta.ToolCall tool, Call call) {
    Delta.ToolCall.Function function = Fields.known(tool._function());
    requested(
        Fields.known(tool._id()), function == null ? null : Fields.known(function._name()), call);
  }

  private static void requested(@Nullable Object id, @Nullable Object name, Call call) {
    if (id instanceof String known) {
      call.requestedTool(known, name instanceof String text ? text : null, null);
    }
  }

  private ChatThread() {}
}
