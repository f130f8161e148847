/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** The canonical attribute keys: one key, one type. */
public final class TurnspanAttributes {

  /**
   * Level of the span: `turn`, `step`, `provider.request`, `tool-call`; for foreign spans also
   * `embedding`, `retrieval`, `other`.
   */
  public static final AttributeKey<String> SPAN_ROLE = stringKey("spanRole");

  /** Opaque, unique. */
  public static final AttributeKey<String> TURN_ID = stringKey("turnId");

  /** `<turnId>#<stepIndex>`, index from 0. */
  public static final AttributeKey<String> STEP_ID = stringKey("stepId");

  /** Id of the conversation; never invented. */
  public static final AttributeKey<String> CONVERSATION_ID = stringKey("conversationId");

  /**
   * Where the conversation id came from: `framework`, `request`, `baggage`, `header`, `chain`,
   * `inferred`.
   */
  public static final AttributeKey<String> CONVERSATION_ID_SOURCE =
      stringKey("conversationId.source");

  /** Whole prompt in tokens, cached read and written tokens included. */
  public static final AttributeKey<Long> USAGE_INPUT_TOKENS = longKey("usage.inputTokens");

  /** Generated tokens, reasoning included. */
  public static final AttributeKey<Long> USAGE_OUTPUT_TOKENS = longKey("usage.outputTokens");

  /** Input tokens read from the provider's cache; a subset of the input. */
  public static final AttributeKey<Long> USAGE_CACHE_READ_TOKENS = longKey("usage.cacheReadTokens");

  /** Input tokens written to the provider's cache; a subset of the input. */
  public static final AttributeKey<Long> USAGE_CACHE_WRITE_TOKENS =
      longKey("usage.cacheWriteTokens");

  /** Reasoning tokens; a subset of the output. */
  public static final AttributeKey<Long> USAGE_REASONING_TOKENS = longKey("usage.reasoningTokens");

  /** Whether the provider sent usage for this request. */
  public static final AttributeKey<Boolean> USAGE_REPORTED = booleanKey("usage.reported");

  /** True on a foreign span whose counts could be neither proved nor repaired. */
  public static final AttributeKey<Boolean> USAGE_UNVERIFIED = booleanKey("usage.unverified");

  /** The producer's own input count, where the normalizer repaired it. */
  public static final AttributeKey<Long> USAGE_RAW_INPUT_TOKENS = longKey("usage.raw.inputTokens");

  /** The producer's own output count, where the normalizer repaired it. */
  public static final AttributeKey<Long> USAGE_RAW_OUTPUT_TOKENS =
      longKey("usage.raw.outputTokens");

  /** Milliseconds from request start to the first non-empty text or reasoning delta. */
  public static final AttributeKey<Long> TTFT_MS = longKey("ttftMs");

  /** Milliseconds from the first token to the end of the stream. */
  public static final AttributeKey<Long> DECODE_MS = longKey("decodeMs");

  /** Milliseconds from request start to the end of the stream. */
  public static final AttributeKey<Long> GEN_TOTAL_MS = longKey("genTotalMs");

  /** Sum of the steps' `ttftMs`, milliseconds. */
  public static final AttributeKey<Long> PREFILL_MS = longKey("prefillMs");

  /** Milliseconds spent in tools; parallel tools count as the wall time of the batch. */
  public static final AttributeKey<Long> TOOL_MS = longKey("toolMs");

  /** `text`, `reasoning` or `tool_call`. */
  public static final AttributeKey<String> FIRST_TOKEN_KIND = stringKey("firstTokenKind");

  /** Output tokens per second of decode time. */
  public static final AttributeKey<Double> OUTPUT_TOKENS_PER_SECOND =
      doubleKey("outputTokensPerSecond");

  /** Deltas received. */
  public static final AttributeKey<Long> CHUNK_COUNT = longKey("chunkCount");

  /** Longest silence after the first token, milliseconds. */
  public static final AttributeKey<Long> MAX_CHUNK_GAP_MS = longKey("maxChunkGapMs");

  /** OpenTelemetry's well-known provider value, such as `openai` or `aws.bedrock`. */
  public static final AttributeKey<String> PROVIDER = stringKey("provider");

  /** Response model, else request model. */
  public static final AttributeKey<String> MODEL = stringKey("model");

  /** Model named in the request. */
  public static final AttributeKey<String> REQUEST_MODEL = stringKey("requestModel");

  /** Model named in the response. */
  public static final AttributeKey<String> RESPONSE_MODEL = stringKey("responseModel");

  /** `chat`, `text_completion`, `generate_content`, `embeddings` or `retrieval`. */
  public static final AttributeKey<String> OPERATION = stringKey("operation");

  /** Whether the answer was streamed. */
  public static final AttributeKey<Boolean> STREAM = booleanKey("stream");

  /** 0, 1, … within the step. */
  public static final AttributeKey<Long> ATTEMPT = longKey("attempt");

  /** The provider's id of the response. */
  public static final AttributeKey<String> RESPONSE_ID = stringKey("responseId");

  /**
   * `stop`, `length`, `tool_calls`, `content_filter`, `refusal`, `error`, `aborted`, `max-steps` or
   * `abandoned`.
   */
  public static final AttributeKey<String> FINISH_REASON = stringKey("finishReason");

  /** Steps of the turn. */
  public static final AttributeKey<Long> STEP_COUNT = longKey("stepCount");

  /** Provider requests of the turn, failed attempts included. */
  public static final AttributeKey<Long> REQUEST_COUNT = longKey("requestCount");

  /** Tool runs of the turn. */
  public static final AttributeKey<Long> TOOL_CALL_COUNT = longKey("toolCallCount");

  /** Name of the tool. */
  public static final AttributeKey<String> TOOL_NAME = stringKey("toolName");

  /** Id under which the model asked for the tool. */
  public static final AttributeKey<String> TOOL_CALL_ID = stringKey("toolCallId");

  /** Whether the tool failed. */
  public static final AttributeKey<Boolean> IS_ERROR = booleanKey("isError");

  /** Length of the tool's result in characters. */
  public static final AttributeKey<Long> CONTENT_LENGTH = longKey("contentLength");

  /** Milliseconds from the answer that asked for the tool being complete to the tool's start. */
  public static final AttributeKey<Long> DISPATCH_DELAY_MS = longKey("dispatchDelayMs");

  /** Whether a tool's run is concluded from the request that brought its result. */
  public static final AttributeKey<Boolean> INFERRED = booleanKey("inferred");

  private TurnspanAttributes() {}
}
