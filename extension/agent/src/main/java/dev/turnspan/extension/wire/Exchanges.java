/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Engine;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Wire;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells which HTTP exchanges are model calls. */
public final class Exchanges implements Wire {

  private final Engine engine;
  private final Set<String> hosts;

  /**
   * Reports to an engine.
   *
   * @param hosts more hosts, in lower case, that are known to be providers
   */
  public Exchanges(Engine engine, Set<String> hosts) {
    this.engine = engine;
    this.hosts = hosts;
  }

  @Override
  public @Nullable Exchange startExchange(
      String method,
      String url,
      @Nullable String contentType,
      @Nullable Supplier<@Nullable ByteBuffer> body) {
    if (hosts.isEmpty()) {
      engine.openCall();
    }
    return null;
  }
}
