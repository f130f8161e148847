/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.OptionalMethod;

/**
 * Tells what a delta carries. Its type and the names of its accessors are not the same in all
 * versions; a signature or a citation is no token.
 */
final class Deltas {

  private final OptionalMethod isText;
  private final OptionalMethod isThinking;
  private final OptionalMethod isInput;
  private final OptionalMethod text;
  private final OptionalMethod thinking;

  /**
   * Finds the accessors.
   *
   * @param event the class of the event that holds the delta
   */
  Deltas(Class<?> event) {
    Class<?> type = VersionedNames.result(event, "delta");
    // Beta's own names had a prefix before 1.1.
    boolean prefixed = VersionedNames.has(type, "isBetaText");
    this.isText = OptionalMethod.of(event, "delta", prefixed ? "isBetaText" : "isText");
    this.isThinking = OptionalMethod.of(event, "delta", prefixed ? "isBetaThinking" : "isThinking");
    this.isInput = OptionalMethod.of(event, "delta", prefixed ? "isBetaInputJson" : "isInputJson");
    this.text = OptionalMethod.of(event, "delta", prefixed ? "betaText" : "text", "text");
    this.thinking =
        OptionalMethod.of(event, "delta", prefixed ? "betaThinking" : "thinking", "thinking");
  }

  /**
   * The kind of an event's delta.
   *
   * @param look whether an empty delta counts as none; later that is not worth an allocation
   */
  int kind(Object event, boolean look) {
    if (isText.truth(event)) {
      return look && "".equals(text.call(event)) ? Chunk.NONE : Chunk.TEXT;
    }
    if (isThinking.truth(event)) {
      return look && "".equals(thinking.call(event)) ? Chunk.NONE : Chunk.REASONING;
    }
    return isInput.truth(event) ? Chunk.TOOL_CALL : Chunk.NONE;
  }
}
