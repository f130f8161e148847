/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputItem;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ties requests for responses together: tool calls, their results, the first messages. */
final class ResponsesThread {

  /** A text, or since 3.x a union. */
  private static final OptionalMethod OUTPUT =
      OptionalMethod.of(ResponseInputItem.FunctionCallOutput.class, "output");

  private static final OptionalMethod OUTPUT_TEXT =
      OptionalMethod.of(ResponseInputItem.FunctionCallOutput.class, "output", "string");

  /** Since 3.x. */
  private static final OptionalMethod CUSTOM_OUTPUT =
      OptionalMethod.of(ResponseInputItem.class, "customToolCallOutput", "callId");

  private static final OptionalMethod CUSTOM_ID =
      OptionalMethod.of(ResponseOutputItem.class, "customToolCall", "callId");
  private static final OptionalMethod CUSTOM_NAME =
      OptionalMethod.of(ResponseOutputItem.class, "customToolCall", "name");

  /** What follows the last answer: results from further back the model has seen before. */
  static List<ToolResult> results(ResponseCreateParams params) {
    ResponseCreateParams.Input input = Fields.known(params._input());
    List<ResponseInputItem> items =
        input == null || !input.isResponse() ? List.of() : input.asResponse();
    List<ToolResult> results = new ArrayList<>(0);
    for (int i = items.size() - 1; i >= 0 && !isAnswer(items.get(i)); i--) {
      ResponseInputItem item = items.get(i);
      if (item.isFunctionCallOutput()) {
        ResponseInputItem.FunctionCallOutput output = item.asFunctionCallOutput();
        add(results, Fields.known(output._callId()), length(output));
      } else {
        add(results, CUSTOM_OUTPUT.call(item), -1);
      }
    }
    return results;
  }

  /** What the conversation began with, in the library's own words. */
  static @Nullable String first(ResponseCreateParams params) {
    ResponseCreateParams.Input input = Fields.known(params._input());
    if (input == null || Fields.known(params._previousResponseId()) != null) {
      return null;
    }
    StringBuilder said = new StringBuilder();
    said.append(Fields.known(params._instructions()));
    if (input.isText()) {
      return said.append(input).toString();
    }
    for (ResponseInputItem item :
        input.isResponse() ? input.asResponse() : List.<ResponseInputItem>of()) {
      said.append(item);
      if (isUser(item)) {
        return said.toString();
      }
    }
    return null;
  }

  private static boolean isUser(ResponseInputItem item) {
    return item.isMessage()
        || (item.isEasyInputMessage()
            && EasyInputMessage.Role.USER.equals(Fields.known(item.asEasyInputMessage()._role())));
  }

  /** Calls of tools may stand between their results, so they are no sign of an older answer. */
  private static boolean isAnswer(ResponseInputItem item) {
    return item.isResponseOutputMessage()
        || (item.isEasyInputMessage()
            && EasyInputMessage.Role.ASSISTANT.equals(
                Fields.known(item.asEasyInputMessage()._role())));
  }

  private static void add(List<ToolResult> results, @Nullable Object id, long length) {
    if (id instanceof String known) {
      results.add(new ToolResult(known, length, /* error= */ false));
    }
  }

  private static long length(ResponseInputItem.FunctionCallOutput output) {
    Object text = OUTPUT_TEXT.call(output);
    text = text == null ? OUTPUT.call(output) : text;
    return text instanceof String known ? known.length() : -1;
  }

  /**
   * Tells what an answer asks for.
   *
   * @return how much that is
   */
  static int requested(List<ResponseOutputItem> output, Call call) {
    int tools = 0;
    for (ResponseOutputItem item : output) {
      if (item.isFunctionCall()) {
        ResponseFunctionToolCall tool = item.asFunctionCall();
        call.requestedTool(Fields.known(tool._callId()), Fields.known(tool._name()), null);
        tools++;
      } else if (CUSTOM_ID.call(item) instanceof String id) {
        call.requestedTool(id, CUSTOM_NAME.call(item) instanceof String name ? name : null, null);
        tools++;
      }
    }
    call.requestedTools(tools);
    return tools;
  }

  private ResponsesThread() {}
}
