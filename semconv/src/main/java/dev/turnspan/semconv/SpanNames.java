/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

/** The names of the spans and span events that Turnspan writes. */
public final class SpanNames {

  /** INTERNAL: one user message up to its final answer. */
  public static final String TURN = "turn";

  /** INTERNAL: one model round trip, its retries and the tools it asked for. */
  public static final String STEP = "step";

  /** CLIENT: one attempt sent to a provider. */
  public static final String PROVIDER_REQUEST = "provider.request";

  /** INTERNAL: one tool run that a step asked for. */
  public static final String TOOL_CALL = "tool-call";

  /** Event at the first text or reasoning token; always the first event of its span. */
  public static final String TTFT_EVENT = "ttft";

  /** Event at the end of a stream. */
  public static final String DECODE_EVENT = "decode";

  private SpanNames() {}
}
