/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai.app;

import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseOutputMessage;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.ResponseUsage;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.extension.app.ChunkReader;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Responses. */
final class ResponsesEndpoint implements Endpoint<Response, ResponseStreamEvent> {

  /** Since 0.43. */
  private static final OptionalMethod CACHED_TOKENS =
      OptionalMethod.of(ResponseUsage.class, "inputTokensDetails", "cachedTokens");

  /** Since some 4.x. */
  private static final OptionalMethod CACHE_WRITE_TOKENS =
      OptionalMethod.of(ResponseUsage.class, "inputTokensDetails", "cacheWriteTokens");

  /** Since 3.7. */
  private static final OptionalMethod REQUEST_CONVERSATION =
      OptionalMethod.of(ResponseCreateParams.class, "conversation");

  private static final OptionalMethod RESPONSE_CONVERSATION =
      OptionalMethod.of(Response.class, "conversation", "id");

  private final ResponseCreateParams params;

  ResponsesEndpoint(ResponseCreateParams params) {
    this.params = params;
  }

  @Override
  public CallStart start(boolean stream, String baseUrl) {
    String conversation = Fields.idOf(REQUEST_CONVERSATION.call(params));
    return new CallStart(
            "chat",
            "openai",
            Fields.text(params._model()),
            stream,
            baseUrl,
            conversation,
            ResponsesThread.results(params),
            () -> ResponsesThread.first(params))
        .after(previous());
  }

  @Override
  public void begun(Call call) {
    call.continues(previous());
  }

  private @Nullable String previous() {
    return Fields.known(params._previousResponseId());
  }

  @Override
  public void answer(Response answer, Call call) {
    read(answer, call);
  }

  @Override
  public ChunkReader<ResponseStreamEvent> chunks() {
    return new ResponsesEvents();
  }

  /** What is known as soon as there is a response object. */
  static void head(Response response, Call call) {
    call.responseId(Fields.known(response._id()));
    call.responseModel(Fields.text(response._model()));
    if (RESPONSE_CONVERSATION.call(response) instanceof String conversation) {
      call.conversationId(conversation);
    }
  }

  static void read(Response response, Call call) {
    head(response, call);
    List<ResponseOutputItem> output = Fields.known(response._output());
    output = output == null ? List.of() : output;
    int tools = ResponsesThread.requested(output, call);
    for (ResponseOutputItem item : output) {
      if (item.isMessage() && isRefusal(item.asMessage())) {
        call.refused();
      }
    }
    call.finishReason(finishReason(response, tools));
    ResponseUsage usage = Fields.known(response._usage());
    if (usage != null) {
      usage(usage, call);
    }
  }

  private static boolean isRefusal(ResponseOutputMessage message) {
    List<ResponseOutputMessage.Content> contents = Fields.known(message._content());
    return contents != null && contents.stream().anyMatch(ResponseOutputMessage.Content::isRefusal);
  }

  /** Responses have a status in place of a finish reason. */
  private static @Nullable String finishReason(Response response, int tools) {
    String status = Fields.text(response._status());
    if ("incomplete".equals(status)) {
      Response.IncompleteDetails details = Fields.known(response._incompleteDetails());
      String reason = details == null ? null : Fields.text(details._reason());
      return reason == null ? status : reason;
    }
    return "completed".equals(status) && tools > 0 ? "tool_calls" : status;
  }

  private static void usage(ResponseUsage usage, Call call) {
    ResponseUsage.OutputTokensDetails output = Fields.known(usage._outputTokensDetails());
    call.usage(
        Fields.number(usage._inputTokens()),
        Fields.number(usage._outputTokens()),
        CACHED_TOKENS.number(usage),
        CACHE_WRITE_TOKENS.number(usage),
        output == null ? -1 : Fields.number(output._reasoningTokens()));
  }
}
