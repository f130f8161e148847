/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The bodies of the models of one vendor. An inference profile does not tell whose model is behind
 * it, so a family is recognised by its answers.
 */
interface ModelFamily {

  /** Reads a whole answer. */
  void answer(JsonNode answer, Call call);

  /**
   * Reads a chunk of a stream.
   *
   * @return what kind of chunk it is
   */
  int chunk(JsonNode chunk, Call call);

  /** Bytes that are in every delta and in nothing else, so that most need not be parsed. */
  byte[] deltaMark();

  /** The family that answers like this, for one answer or stream; null if it is not known. */
  static @Nullable ModelFamily of(JsonNode body) {
    if (Fields.at(body, "type") != null) {
      return new ClaudeBodies();
    }
    if (Fields.at(body, "generation") != null) {
      return new LlamaBodies();
    }
    if (Fields.at(body, "output") != null || Fields.at(body, "messageStart") != null) {
      return new NovaBodies();
    }
    return Fields.at(body, "inputTextTokenCount") == null ? null : new TitanBodies();
  }
}
