/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One API: how it asks and how it answers. */
interface WireFormat {

  Prompt prompt(ObjectNode body) throws ApiError;

  /** Called once for each answer that is going to be sent. */
  void planned(Prompt prompt, AnswerPlan plan);

  ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError;

  StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events);
}
