/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of the providers' APIs, and the parts of streamed ones, which have the same
 * shape. By name: each provider has classes of its own, made after OpenAI's but for Anthropic's and
 * Ollama's.
 */
final class ApiAnswers {

  private static final Property ID = new Property("id");
  private static final Property MODEL = new Property("model");
  private static final Property USAGE = new Property("usage");

  /** OpenAI's. */
  private static final Property CHOICES = new Property("choices");

  private static final Property DELTA = new Property("delta");
  private static final Property MESSAGE = new Property("message");
  private static final Property FINISH_REASON = new Property("finishReason");
  private static final Property TEXT_CONTENT = new Property("content");
  private static final Property REFUSAL = new Property("refusal");
  private static final Property REASONING = new Property("reasoningContent");
  private static final Property TOOL_CALLS = new Property("toolCalls");

  /** Anthropic's. */
  private static final Property STOP_REASON = new Property("stopReason");

  private static final Property TYPE = new Property("type");
  private static final Property TEXT = new Property("text");
  private static final Property THINKING = new Property("thinking");

  /** Ollama's. */
  private static final Property DONE_REASON = new Property("doneReason");

  private ApiAnswers() {}

  /** Tells the call what the answer says. Never throws. */
  static void read(@Nullable Object answer, Call call) {
    try {
      head(answer, call);
      tail(answer, call);
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the answer is the application's.
    }
  }

  static void head(@Nullable Object answer, Call call) {
    call.responseId(ID.text(answer));
    call.responseModel(MODEL.text(answer));
  }

  static void tail(@Nullable Object answer, Call call) {
    for (Object choice : choices(answer)) {
      call.finishReason(word(FINISH_REASON.of(choice)));
    }
    call.finishReason(STOP_REASON.text(answer));
    call.finishReason(DONE_REASON.text(answer));
    int tools = 0;
    for (Object message : messages(answer)) {
      tools += size(TOOL_CALLS.of(message));
      if (REFUSAL.text(message) != null) {
        call.refused();
      }
    }
    for (Object block : blocks(answer)) {
      tools += "TOOL_USE".equals(type(block)) ? 1 : 0;
    }
    call.requestedTools(tools);
    Object usage = USAGE.of(answer);
    NativeUsage.read(usage == null ? answer : usage, call);
  }

  /** What kind of delta a part of a stream is. */
  static int kind(Object chunk) {
    for (Object message : messages(chunk)) {
      if (TEXT_CONTENT.text(message) != null || REFUSAL.text(message) != null) {
        return Chunk.TEXT;
      }
      if (REASONING.text(message) != null || THINKING.text(message) != null) {
        return Chunk.REASONING;
      }
      if (size(TOOL_CALLS.of(message)) > 0) {
        return Chunk.TOOL_CALL;
      }
    }
    for (Object block : blocks(chunk)) {
      if (TEXT.text(block) != null) {
        return Chunk.TEXT;
      }
      if (THINKING.text(block) != null) {
        return Chunk.REASONING;
      }
      if ("TOOL_USE".equals(type(block))) {
        return Chunk.TOOL_CALL;
      }
    }
    return Chunk.NONE;
  }

  private static List<?> messages(@Nullable Object answer) {
    Object ollamas = MESSAGE.of(answer);
    if (ollamas != null) {
      return List.of(ollamas);
    }
    return choices(answer).stream().map(ApiAnswers::message).filter(each -> each != null).toList();
  }

  private static @Nullable Object message(@Nullable Object choice) {
    Object delta = DELTA.of(choice);
    return delta == null ? MESSAGE.of(choice) : delta;
  }

  private static List<?> choices(@Nullable Object answer) {
    return CHOICES.of(answer) instanceof List<?> list ? list : List.of();
  }

  private static List<?> blocks(@Nullable Object answer) {
    return TEXT_CONTENT.of(answer) instanceof List<?> list ? list : List.of();
  }

  private static @Nullable String type(@Nullable Object block) {
    return TYPE.of(block) instanceof Enum<?> type ? type.name() : null;
  }

  private static int size(@Nullable Object list) {
    return list instanceof Collection<?> collection ? collection.size() : 0;
  }

  private static @Nullable String word(@Nullable Object reason) {
    return reason instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : reason instanceof String text ? text : null;
  }
}
