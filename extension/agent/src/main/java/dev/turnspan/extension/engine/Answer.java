/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.semconv.FinishReasons;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider said of its answer. Guarded by the turn's monitor. */
final class Answer {

  /** With several choices the one that a reader must know of comes first. */
  private static final List<String> PRECEDENCE =
      List.of("error", "length", "content_filter", "refusal", "tool_calls", "stop");

  /** More than any answer asks for. */
  private static final int TOOL_LIMIT = 256;

  private @Nullable String model;
  private @Nullable String id;
  private final List<String> rawReasons = new ArrayList<>(1);
  private Usage usage = Usage.NONE;
  private int requestedTools;
  private final List<ToolCall> toolCalls = new ArrayList<>(0);
  private boolean refused;

  void model(@Nullable String value) {
    model = value == null ? model : value;
  }

  void id(@Nullable String value) {
    id = value == null ? id : value;
  }

  void finishReason(@Nullable String raw) {
    if (raw != null) {
      rawReasons.add(raw);
    }
  }

  void usage(Usage reported) {
    usage = reported;
  }

  void requestedTools(int count) {
    requestedTools = Math.max(requestedTools, count);
  }

  void requestedTool(ToolCall call) {
    boolean known = toolCalls.stream().anyMatch(other -> other.key().equals(call.key()));
    if (!known && toolCalls.size() < TOOL_LIMIT) {
      toolCalls.add(call);
      requestedTools(toolCalls.size());
    }
  }

  void refused() {
    refused = true;
  }

  @Nullable String model() {
    return model;
  }

  @Nullable String id() {
    return id;
  }

  List<String> rawReasons() {
    return rawReasons;
  }

  Usage usage() {
    return usage;
  }

  int requestedTools() {
    return requestedTools;
  }

  List<ToolCall> toolCalls() {
    return toolCalls;
  }

  boolean hasFinishReason() {
    return !rawReasons.isEmpty();
  }

  /**
   * The finish reason in our vocabulary; null if nobody read the answer. An answer that is complete
   * without giving one asked for tools or stopped: some compatible servers send null.
   */
  @Nullable String finishReason() {
    String best = null;
    for (String raw : rawReasons) {
      String canonical = FinishReasons.canonical(raw);
      if (canonical != null && (best == null || rank(canonical) < rank(best))) {
        best = canonical;
      }
    }
    if (best == null && wasRead()) {
      best = requestedTools > 0 ? "tool_calls" : "stop";
    }
    return refused && "stop".equals(best) ? "refusal" : best;
  }

  private boolean wasRead() {
    return model != null || id != null || usage.isReported();
  }

  private static int rank(String reason) {
    int rank = PRECEDENCE.indexOf(reason);
    return rank < 0 ? PRECEDENCE.size() : rank;
  }
}
