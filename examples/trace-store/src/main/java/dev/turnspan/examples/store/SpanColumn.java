/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

/**
 * The attributes that have a column of their own because they are grouped by, summed or looked up.
 * A value of another type stays in the JSON only: one key has one type.
 */
enum SpanColumn {
  SPAN_ROLE("span_role", "spanRole", Type.VARCHAR),
  TURN_ID("turn_id", "turnId", Type.VARCHAR),
  STEP_ID("step_id", "stepId", Type.VARCHAR),
  CONVERSATION_ID("conversation_id", "conversationId", Type.VARCHAR),
  PROVIDER("provider", "provider", Type.VARCHAR),
  MODEL("model", "model", Type.VARCHAR),
  OPERATION("operation", "operation", Type.VARCHAR),
  FINISH_REASON("finish_reason", "finishReason", Type.VARCHAR),
  TOOL_NAME("tool_name", "toolName", Type.VARCHAR),
  IS_ERROR("is_error", "isError", Type.BOOLEAN),
  INPUT_TOKENS("input_tokens", "usage.inputTokens", Type.BIGINT),
  OUTPUT_TOKENS("output_tokens", "usage.outputTokens", Type.BIGINT),
  CACHE_READ_TOKENS("cache_read_tokens", "usage.cacheReadTokens", Type.BIGINT),
  CACHE_WRITE_TOKENS("cache_write_tokens", "usage.cacheWriteTokens", Type.BIGINT),
  REASONING_TOKENS("reasoning_tokens", "usage.reasoningTokens", Type.BIGINT),
  TTFT_MS("ttft_ms", "ttftMs", Type.BIGINT),
  DECODE_MS("decode_ms", "decodeMs", Type.BIGINT),
  GEN_TOTAL_MS("gen_total_ms", "genTotalMs", Type.BIGINT),
  PREFILL_MS("prefill_ms", "prefillMs", Type.BIGINT),
  TOOL_MS("tool_ms", "toolMs", Type.BIGINT),
  OUTPUT_TOKENS_PER_SECOND("output_tokens_per_second", "outputTokensPerSecond", Type.DOUBLE),
  STEP_COUNT("step_count", "stepCount", Type.BIGINT),
  REQUEST_COUNT("request_count", "requestCount", Type.BIGINT),
  TOOL_CALL_COUNT("tool_call_count", "toolCallCount", Type.BIGINT);

  /** The column types in use. */
  enum Type {
    VARCHAR,
    BIGINT,
    DOUBLE,
    BOOLEAN
  }

  final String column;
  final String attribute;
  final Type type;

  SpanColumn(String column, String attribute, Type type) {
    this.column = column;
    this.attribute = attribute;
    this.type = type;
  }
}
