/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

/** The values of {@code spanRole}. */
public final class SpanRoles {

  /** A user message up to its final answer. */
  public static final String TURN = SpanNames.TURN;

  /** A model round trip with its retries and tools. */
  public static final String STEP = SpanNames.STEP;

  /** An attempt sent to a provider. */
  public static final String PROVIDER_REQUEST = SpanNames.PROVIDER_REQUEST;

  /** A tool run. */
  public static final String TOOL_CALL = SpanNames.TOOL_CALL;

  /** A foreign span for a call that makes embeddings. */
  public static final String EMBEDDING = "embedding";

  /** A foreign span for a search. */
  public static final String RETRIEVAL = "retrieval";

  /** A foreign span that stands for none of these, or for a call that is counted elsewhere. */
  public static final String OTHER = "other";

  private SpanRoles() {}
}
