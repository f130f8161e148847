/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one provider's API looks like on the wire, as far as it is worth knowing. */
interface WireFormat {

  /** The paths under which it is spoken. */
  List<Endpoint> endpoints();

  /** Who answers where the host does not tell. */
  String provider();

  /** Where in a request which fact stands. */
  FactTable request();

  /** Where in an answer, or in an event of a stream, which fact stands. */
  FactTable answer();

  /** The model that the URL names; null where it names none. */
  default @Nullable String modelIn(String url) {
    return null;
  }

  /** Whether a request that does not say so asks for a stream. */
  default boolean streamsUnlessTold(Endpoint endpoint) {
    return endpoint.streams();
  }

  /** Whether tokens that a cache read or wrote are missing in the prompt's. */
  default boolean promptLeavesOutCache() {
    return false;
  }

  /** Whether tokens of reasoning are missing in the generated ones. */
  default boolean outputLeavesOutReasoning() {
    return false;
  }

  /** Whether the finish reason is the ordinary one when the answer asks for tools. */
  default boolean saysStopForTools() {
    return false;
  }

  /** Whether a request may name the answer that it continues. */
  default boolean chainsAnswers() {
    return false;
  }
}
