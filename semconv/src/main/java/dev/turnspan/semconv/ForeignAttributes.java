/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** Keys that only spans of other instrumentations get: what they tell and we do not write. */
public final class ForeignAttributes {

  /** Cache writes that are kept for five minutes. */
  public static final AttributeKey<Long> USAGE_CACHE_WRITE5M_TOKENS =
      longKey("usage.cacheWrite5mTokens");

  /** Cache writes that are kept for an hour. */
  public static final AttributeKey<Long> USAGE_CACHE_WRITE1H_TOKENS =
      longKey("usage.cacheWrite1hTokens");

  /** Tokens of tool results, where a producer counts them apart. */
  public static final AttributeKey<Long> USAGE_TOOL_USE_INPUT_TOKENS =
      longKey("usage.toolUseInputTokens");

  /** Text in the input. */
  public static final AttributeKey<Long> USAGE_INPUT_TEXT_TOKENS = longKey("usage.inputTextTokens");

  /** Images in the input. */
  public static final AttributeKey<Long> USAGE_INPUT_IMAGE_TOKENS =
      longKey("usage.inputImageTokens");

  /** Audio in the input. */
  public static final AttributeKey<Long> USAGE_INPUT_AUDIO_TOKENS =
      longKey("usage.inputAudioTokens");

  /** Text in the output. */
  public static final AttributeKey<Long> USAGE_OUTPUT_TEXT_TOKENS =
      longKey("usage.outputTextTokens");

  /** Images in the output. */
  public static final AttributeKey<Long> USAGE_OUTPUT_IMAGE_TOKENS =
      longKey("usage.outputImageTokens");

  /** Audio in the output. */
  public static final AttributeKey<Long> USAGE_OUTPUT_AUDIO_TOKENS =
      longKey("usage.outputAudioTokens");

  /** What the producer says the call cost. */
  public static final AttributeKey<Double> USAGE_COST_USD = doubleKey("usage.costUsd");

  /** The part of the cost that the input made. */
  public static final AttributeKey<Double> USAGE_INPUT_COST_USD = doubleKey("usage.inputCostUsd");

  /** The part of the cost that the output made. */
  public static final AttributeKey<Double> USAGE_OUTPUT_COST_USD = doubleKey("usage.outputCostUsd");

  /** Wait in the model server's queue. */
  public static final AttributeKey<Long> QUEUE_MS = longKey("queueMs");

  /** First token as the model server saw it. */
  public static final AttributeKey<Long> SERVER_TTFT_MS = longKey("serverTtftMs");

  /** Decode time as the model server saw it. */
  public static final AttributeKey<Long> SERVER_DECODE_MS = longKey("serverDecodeMs");

  /** The provider's id of the request. */
  public static final AttributeKey<String> REQUEST_ID = stringKey("requestId");

  /** Tier that served the request. */
  public static final AttributeKey<String> SERVICE_TIER = stringKey("serviceTier");

  /** Reasoning effort asked for. */
  public static final AttributeKey<String> REASONING_LEVEL = stringKey("reasoningLevel");

  /** {@code chat_completions} or {@code responses}. */
  public static final AttributeKey<String> API = stringKey("api");

  /** Kind of tool. */
  public static final AttributeKey<String> TOOL_TYPE = stringKey("toolType");

  /** Id of the agent. */
  public static final AttributeKey<String> AGENT_ID = stringKey("agentId");

  /** Name of the agent. */
  public static final AttributeKey<String> AGENT_NAME = stringKey("agentName");

  /** Version of the agent. */
  public static final AttributeKey<String> AGENT_VERSION = stringKey("agentVersion");

  /** Name of the workflow. */
  public static final AttributeKey<String> WORKFLOW_NAME = stringKey("workflowName");

  /** Name of the prompt template. */
  public static final AttributeKey<String> PROMPT_NAME = stringKey("promptName");

  /** Version of the prompt template. */
  public static final AttributeKey<String> PROMPT_VERSION = stringKey("promptVersion");

  /** The user that the producer names. */
  public static final AttributeKey<String> USER_ID = stringKey("userId");

  /** MCP transport session; not the conversation. */
  public static final AttributeKey<String> MCP_SESSION_ID = stringKey("mcpSessionId");

  private ForeignAttributes() {}
}
