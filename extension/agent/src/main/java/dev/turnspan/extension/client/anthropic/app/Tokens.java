/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import dev.turnspan.bridge.Call;

/**
 * The counts of one answer. Anthropic reports cached tokens beside the input tokens, and in a
 * stream in two events, of which the later one may repeat only what has changed.
 */
final class Tokens {

  private long input = -1;
  private long output = -1;
  private long cacheRead = -1;
  private long cacheWrite = -1;
  private long thinking = -1;

  /** Takes over what is reported; -1 leaves what was known before. */
  Tokens input(long fresh, long read, long written) {
    input = later(fresh, input);
    cacheRead = later(read, cacheRead);
    cacheWrite = later(written, cacheWrite);
    return this;
  }

  /** The same for generated tokens. */
  Tokens output(long all, long reasoning) {
    output = later(all, output);
    thinking = later(reasoning, thinking);
    return this;
  }

  void report(Call call) {
    call.usage(
        input < 0 ? -1 : input + Math.max(0, cacheRead) + Math.max(0, cacheWrite),
        output,
        cacheRead,
        cacheWrite,
        thinking);
  }

  private static long later(long reported, long known) {
    return reported < 0 ? known : reported;
  }
}
