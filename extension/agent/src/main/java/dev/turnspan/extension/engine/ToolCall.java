/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import org.jspecify.annotations.Nullable;

/**
 * A tool call that an answer asks for.
 *
 * @param key by which the request that brings its result is known
 * @param id as the provider gave it, or null
 * @param name of the tool, or null
 * @param proof by which that request is known as well; null if there is no such thing
 */
record ToolCall(String key, @Nullable String id, @Nullable String name, @Nullable String proof) {

  /** Null if no request could be known to bring its result. */
  static @Nullable ToolCall of(@Nullable String id, @Nullable String name, @Nullable String proof) {
    String known = id == null || id.isEmpty() ? null : id;
    String key = known == null ? proof : known;
    return key == null ? null : new ToolCall(key, known, name, proof);
  }
}
