/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.time.Duration;

/**
 * What a user may set of the engine.
 *
 * @param genAiAttributes whether OpenTelemetry's GenAI names are written beside ours
 * @param turnIdleTimeout after which a turn that waits for tool results is given up
 */
public record EngineSettings(boolean genAiAttributes, Duration turnIdleTimeout) {

  /** As the contract has them. */
  public static final EngineSettings DEFAULTS = new EngineSettings(true, Duration.ofSeconds(60));
}
