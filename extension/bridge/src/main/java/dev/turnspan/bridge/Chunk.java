/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

/** Kinds of stream chunks, as {@link Call#chunk} takes them. Plain numbers: nothing to allocate. */
public final class Chunk {

  /** Carries no token: a role, an id, usage, the end marker. */
  public static final int NONE = 0;

  /** Carries answer text, or the text of a refusal. */
  public static final int TEXT = 1;

  /** Carries reasoning. */
  public static final int REASONING = 2;

  /** Carries a part of a tool call. */
  public static final int TOOL_CALL = 3;

  private Chunk() {}
}
