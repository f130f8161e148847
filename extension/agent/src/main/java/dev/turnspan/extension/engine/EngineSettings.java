/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.time.Duration;

/**
 * What a user may set of the engine.
 *
 * @param genAiAttributes whether OpenTelemetry's GenAI names are written beside ours
 * @param turnIdleTimeout after which a turn that waits for tool results is given up
 * @param inferConversations whether a conversation is concluded from its first messages
 * @param salt of what is concluded; random if empty
 * @param waitingTurns how many turns may wait for tool results at a time
 */
public record EngineSettings(
    boolean genAiAttributes,
    Duration turnIdleTimeout,
    boolean inferConversations,
    String salt,
    int waitingTurns) {

  private static final int WAITING_TURNS = 10_000;

  /** As the contract has them. */
  public static final EngineSettings DEFAULTS = new EngineSettings(true, Duration.ofSeconds(60));

  /** With the usual bound of turns that wait. */
  public EngineSettings(
      boolean genAiAttributes, Duration turnIdleTimeout, boolean inferConversations, String salt) {
    this(genAiAttributes, turnIdleTimeout, inferConversations, salt, WAITING_TURNS);
  }

  /** The same without inferred conversations. */
  public EngineSettings(boolean genAiAttributes, Duration turnIdleTimeout) {
    this(genAiAttributes, turnIdleTimeout, false, "");
  }
}
