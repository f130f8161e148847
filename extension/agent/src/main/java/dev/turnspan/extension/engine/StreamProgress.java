/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a stream while it runs: six numbers, whatever its length. Written by the
 * thread that reads the stream, without a lock; a thread that ends the stream from outside may see
 * figures that are a chunk old, which is as good as having ended it a chunk earlier.
 */
final class StreamProgress {

  static final long UNSET = Long.MIN_VALUE;

  private long firstChunkNanos = UNSET;
  private long firstTokenNanos = UNSET;
  private int firstKind = Chunk.NONE;
  private long lastChunkNanos = UNSET;
  private long chunks;
  private long longestGapNanos;

  /**
   * Notes a chunk.
   *
   * @return whether it brought the first text or reasoning token
   */
  boolean chunk(int kind, long now) {
    if (firstChunkNanos == UNSET) {
      firstChunkNanos = now;
    }
    boolean first = false;
    if (firstKind != Chunk.NONE) {
      longestGapNanos = Math.max(longestGapNanos, now - lastChunkNanos);
    }
    if (kind != Chunk.NONE) {
      chunks++;
      if (firstTokenNanos == UNSET) {
        first = token(kind, now);
      }
    }
    lastChunkNanos = now;
    return first;
  }

  private boolean token(int kind, long now) {
    if (kind == Chunk.TOOL_CALL) {
      firstKind = firstKind == Chunk.NONE ? kind : firstKind;
      return false;
    }
    firstKind = kind;
    firstTokenNanos = now;
    return true;
  }

  boolean awaitsFirstToken() {
    return firstTokenNanos == UNSET;
  }

  long firstChunkNanos() {
    return firstChunkNanos;
  }

  long firstTokenNanos() {
    return firstTokenNanos;
  }

  long lastChunkNanos() {
    return lastChunkNanos;
  }

  long chunks() {
    return chunks;
  }

  long longestGapNanos() {
    return longestGapNanos;
  }

  /** `text`, `reasoning` or `tool_call`; null before the first token of any kind. */
  @Nullable String firstTokenKind() {
    return switch (firstKind) {
      case Chunk.TEXT -> "text";
      case Chunk.REASONING -> "reasoning";
      case Chunk.TOOL_CALL -> "tool_call";
      default -> null;
    };
  }
}
