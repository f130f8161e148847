/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.ToolResultBlockParam;
import dev.turnspan.it.program.Program;
import java.util.ArrayList;
import java.util.List;

/** Messages of anthropic-java. */
final class AnthropicDialog implements Dialog {

  private static final AnthropicClient CLIENT =
      AnthropicOkHttpClient.builder()
          .apiKey(Program.key())
          .baseUrl(Program.provider().replaceAll("/v1$", ""))
          .maxRetries(0)
          .build();
  private static final JsonValue TOOLS =
      JsonValue.from(
          ToolSchemas.NAMES.stream()
              .map(
                  name ->
                      ToolSchemas.object("name", name, "input_schema", ToolSchemas.parameters()))
              .toList());

  private final boolean stream;
  private final MessageCreateParams.Builder request;
  private final List<ContentBlockParam> results = new ArrayList<>();

  private AnthropicDialog(String model, boolean stream) {
    this.stream = stream;
    this.request =
        MessageCreateParams.builder()
            .model(model)
            .maxTokens(99)
            .addUserMessage("hi")
            .putAdditionalBodyProperty("tools", TOOLS);
  }

  static Dialog blocking(String model) {
    return new AnthropicDialog(model, false);
  }

  static Dialog streaming(String model) {
    return new AnthropicDialog(model, true);
  }

  @Override
  public List<ToolCall> ask() {
    if (!results.isEmpty()) {
      request.addUserMessageOfContentBlockParams(List.copyOf(results));
      results.clear();
    }
    Message answer = stream ? streamed(request.build()) : CLIENT.messages().create(request.build());
    request.addMessage(answer);
    return answer.content().stream()
        .flatMap(block -> block.toolUse().stream())
        .map(use -> new ToolCall(use.id(), use.name()))
        .toList();
  }

  private static Message streamed(MessageCreateParams request) {
    MessageAccumulator whole = MessageAccumulator.create();
    try (StreamResponse<RawMessageStreamEvent> stream =
        CLIENT.messages().createStreaming(request)) {
      stream.stream().forEach(whole::accumulate);
    }
    return whole.message();
  }

  @Override
  public void result(ToolCall call, String text) {
    results.add(
        ContentBlockParam.ofToolResult(
            ToolResultBlockParam.builder().toolUseId(call.id()).content(text).build()));
  }
}
