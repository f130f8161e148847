/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Answers the requests of one path. */
interface Endpoint {

  void answer(ObjectNode body, Reply reply) throws ApiError, IOException;

  /** How this API says that a request went wrong. */
  default ObjectNode error(ApiError error) {
    return error.body();
  }
}
