/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model call before it is sent.
 *
 * @param operation OpenTelemetry's operation name, such as {@code chat} or {@code embeddings}
 * @param provider the library's word for the provider, or null to go by the host
 * @param model the model that the request names, or null
 * @param stream whether a stream was asked for
 * @param baseUrl where the request goes, or null; only host and port are kept
 * @param conversationId the conversation that the request names, or null
 * @param toolResults results that the request brings and no answer has followed yet
 * @param firstMessages what the conversation began with, up to the user's first message, or null;
 *     asked before the call has begun, or never
 * @param previousResponseId the answer that the request says it follows, or null
 */
public record CallStart(
    String operation,
    @Nullable String provider,
    @Nullable String model,
    boolean stream,
    @Nullable String baseUrl,
    @Nullable String conversationId,
    List<ToolResult> toolResults,
    @Nullable Supplier<@Nullable String> firstMessages,
    @Nullable String previousResponseId) {

  /** A call of which no more is known. */
  public CallStart(
      String operation,
      @Nullable String provider,
      @Nullable String model,
      boolean stream,
      @Nullable String baseUrl,
      @Nullable String conversationId) {
    this(operation, provider, model, stream, baseUrl, conversationId, List.of(), null, null);
  }

  /** The same call, known to follow an answer. */
  public CallStart after(@Nullable String responseId) {
    return new CallStart(
        operation,
        provider,
        model,
        stream,
        baseUrl,
        conversationId,
        toolResults,
        firstMessages,
        responseId);
  }

  /** A call that follows no answer by its id. */
  public CallStart(
      String operation,
      @Nullable String provider,
      @Nullable String model,
      boolean stream,
      @Nullable String baseUrl,
      @Nullable String conversationId,
      List<ToolResult> toolResults,
      @Nullable Supplier<@Nullable String> firstMessages) {
    this(
        operation,
        provider,
        model,
        stream,
        baseUrl,
        conversationId,
        toolResults,
        firstMessages,
        null);
  }
}
