/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** Decides what to answer. */
interface Brain {

  /** Plans the answer to the request that is the {@code number}th of its model. */
  AnswerPlan plan(Prompt prompt, int number);

  /** Throws when that request gets no answer at all. */
  void refuse(int number, String authorization) throws ApiError;
}
