/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

/** Where a streamed answer goes: deltas, then exactly one of done and failed. */
public interface AnswerSink {

  /** The next piece of text; false: nobody listens any more, stop asking the provider. */
  boolean delta(String text);

  /** The answer is complete. */
  void done(String answer);

  /** There will be no (further) answer. */
  void failed(ProviderException failure);
}
