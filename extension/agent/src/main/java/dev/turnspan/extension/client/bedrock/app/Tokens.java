/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;

/** Token counts as Bedrock reports them; -1 where it does not. */
record Tokens(long fresh, long output, long cacheRead, long cacheWrite) {

  static final Tokens UNKNOWN = new Tokens(-1, -1, -1, -1);

  /** Cached tokens are counted apart. */
  static long whole(long fresh, long cacheRead, long cacheWrite) {
    return fresh < 0 ? -1 : fresh + Math.max(0, cacheRead) + Math.max(0, cacheWrite);
  }

  Tokens withOutput(long tokens) {
    return new Tokens(fresh, tokens, cacheRead, cacheWrite);
  }

  /** Tells nothing where nothing is known, so that what was known before stays. */
  void tell(Call call) {
    if (fresh >= 0 || output >= 0) {
      call.usage(whole(fresh, cacheRead, cacheWrite), output, cacheRead, cacheWrite, -1);
    }
  }
}
