/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import com.openai.core.JsonValue;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenAI's Responses: each request names the answer that it continues. */
final class ResponsesDialog implements Dialog {

  private static final JsonValue TOOLS =
      JsonValue.from(ToolSchemas.NAMES.stream().map(ResponsesDialog::tool).toList());

  private final String model;
  private final List<ResponseInputItem> results = new ArrayList<>();
  private @Nullable String previous;

  ResponsesDialog(String model) {
    this.model = model;
  }

  private static Map<String, Object> tool(String name) {
    return ToolSchemas.object(
        "type", "function", "strict", false, "name", name, "parameters", ToolSchemas.parameters());
  }

  @Override
  public List<ToolCall> ask() {
    ResponseCreateParams.Builder request =
        ResponseCreateParams.builder().model(model).putAdditionalBodyProperty("tools", TOOLS);
    if (results.isEmpty()) {
      request.input("hi");
    } else {
      request.inputOfResponse(List.copyOf(results));
    }
    if (previous != null) {
      request.previousResponseId(previous);
    }
    results.clear();
    Response answer = OpenAiDialog.CLIENT.responses().create(request.build());
    previous = answer.id();
    return answer.output().stream()
        .flatMap(item -> item.functionCall().stream())
        .map(call -> new ToolCall(call.callId(), call.name()))
        .toList();
  }

  @Override
  public void result(ToolCall call, String text) {
    results.add(
        ResponseInputItem.ofFunctionCallOutput(
            ResponseInputItem.FunctionCallOutput.builder().callId(call.id()).output(text).build()));
  }
}
