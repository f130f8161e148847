/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer says, told to the call event by event. */
final class AnswerFacts implements FactListener {

  /** More than any answer has; a body that goes on and on must not fill the memory. */
  private static final int REASON_LIMIT = 16;

  private static final int TOOL_LIMIT = 10_000;

  private final Call call;
  private final WireFormat format;
  private final boolean stream;
  private final boolean chains;
  private final TokenCounts tokens = new TokenCounts();
  private final List<String> reasons = new ArrayList<>(1);
  private int reasonsTold;
  private boolean modelKnown;
  private boolean idKnown;
  private boolean conversationKnown;
  private boolean refused;
  private boolean failed;
  private int tools;
  private int toolsTold;

  // Of the event under way:
  private int texts;
  private int reasoningMarks;
  private boolean reasoning;
  private boolean toolCall;
  private boolean delta;
  private int deltaKind;
  private boolean counted;
  private @Nullable String status;
  private @Nullable String statusReason;

  // Of the tool call under way:
  private boolean asksForTool;
  private @Nullable String toolId;
  private @Nullable String toolName;

  /**
   * Has found nothing yet.
   *
   * @param chains whether it is of use to name the tool calls that the answer asks for
   */
  AnswerFacts(Call call, WireFormat format, boolean stream, boolean chains) {
    this.chains = chains;
    this.call = call;
    this.format = format;
    this.stream = stream;
  }

  @Override
  public void found(Fact fact, JsonValue value) {
    if (tokens.note(fact, value.number())) {
      counted = true;
    } else if (!value.isEmpty()) {
      switch (fact) {
        case TEXT -> texts++;
        case REASONING -> reasoning = true;
        case IS_REASONING -> reasoningMarks += value.isTrue() ? 1 : 0;
        case TOOL_CALL -> toolCall = true;
        case DELTA -> delta = true;
        case TEXT_EVENT -> deltaKind = Chunk.TEXT;
        case REASONING_EVENT -> deltaKind = Chunk.REASONING;
        case TOOL_CALL_EVENT -> deltaKind = Chunk.TOOL_CALL;
        case TOOL_REQUEST -> {
          tools = Math.min(tools + 1, TOOL_LIMIT);
          asksForTool = true;
        }
        case TOOL_INDEX -> {
          tools = Math.max(tools, (int) Math.min(value.number() + 1, TOOL_LIMIT));
          asksForTool = true;
        }
        case REFUSED -> refuse();
        default -> {
          if (value.isString()) {
            name(fact, value);
          }
        }
      }
    }
  }

  private void name(Fact fact, JsonValue value) {
    switch (fact) {
      case MODEL -> {
        if (!modelKnown) {
          modelKnown = true;
          call.responseModel(value.text());
        }
      }
      case ID -> {
        if (!idKnown) {
          idKnown = true;
          call.responseId(value.text());
        }
      }
      case CONVERSATION -> {
        if (!conversationKnown) {
          conversationKnown = true;
          call.conversationId(value.text());
        }
      }
      case TOOL_ID -> toolId = value.text();
      case TOOL_NAME -> toolName = value.text();
      case FINISH_REASON -> reason(value.text());
      case ERROR -> fail();
      case STATUS -> status = value.text();
      case STATUS_REASON -> statusReason = value.text();
      default -> {
        // Of requests only.
      }
    }
  }

  @Override
  public void ended(Fact fact) {
    if (chains && asksForTool && toolId != null) {
      call.requestedTool(toolId, toolName, null);
    }
    nextTool();
  }

  @Override
  public void complete() {
    if (stream) {
      call.chunk(kind());
    }
    if (tools > toolsTold) {
      toolsTold = tools;
      call.requestedTools(tools);
    }
    if (status != null) {
      status(status);
    }
    tellReasons();
    if (counted && tokens.areReported()) {
      call.usage(
          tokens.input(format),
          tokens.output(format),
          tokens.cacheRead(),
          tokens.cacheWrite(),
          tokens.reasoning());
    }
    nextEvent();
  }

  @Override
  public void broken() {
    nextEvent();
  }

  private int kind() {
    if (delta && deltaKind != Chunk.NONE) {
      return deltaKind;
    }
    if (texts > reasoningMarks) {
      return Chunk.TEXT;
    }
    if (reasoning || texts > 0) {
      return Chunk.REASONING;
    }
    return toolCall ? Chunk.TOOL_CALL : Chunk.NONE;
  }

  /** An answer that is under way has a status, too. */
  private void status(String value) {
    switch (value) {
      case "completed" -> reason(tools > 0 ? "tool_calls" : value);
      case "incomplete" -> reason(statusReason == null ? value : statusReason);
      case "failed", "cancelled" -> reason(value);
      default -> {
        // Queued, or in progress.
      }
    }
  }

  /** Some repeat the reason in every event that follows. */
  private void reason(@Nullable String value) {
    boolean repeated = stream && reasons.contains(value);
    if (value != null && !repeated && reasons.size() < REASON_LIMIT) {
      reasons.add(value);
    }
  }

  private void tellReasons() {
    for (; reasonsTold < reasons.size(); reasonsTold++) {
      String reason = reasons.get(reasonsTold);
      boolean forTools = tools > 0 && format.saysStopForTools() && reason.equalsIgnoreCase("stop");
      call.finishReason(forTools ? "tool_calls" : reason);
    }
  }

  private void refuse() {
    if (!refused) {
      refused = true;
      call.refused();
    }
  }

  private void fail() {
    if (!failed) {
      failed = true;
      call.finishReason("error");
    }
  }

  private void nextTool() {
    asksForTool = false;
    toolId = null;
    toolName = null;
  }

  private void nextEvent() {
    nextTool();
    texts = 0;
    reasoningMarks = 0;
    reasoning = false;
    toolCall = false;
    delta = false;
    deltaKind = Chunk.NONE;
    counted = false;
    status = null;
    statusReason = null;
  }
}
