/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** One API: how it asks and how it answers. */
interface WireFormat {

  Prompt prompt(ObjectNode body) throws ApiError;

  /** Called once for each answer that is going to be sent. */
  void planned(Prompt prompt, AnswerPlan plan);

  ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError;

  /** How a stream is framed. */
  default EventStream open(Reply reply) throws IOException {
    return reply.events();
  }

  /** The body of an error answer. */
  default ObjectNode error(ApiError error) {
    return error.body();
  }

  StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events);
}
