/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What the advice on the tool runner calls. */
public final class ToolRunnerTurns {

  /** The steps of a runner, as parts of one turn. */
  public static Iterator<?> observe(Iterator<?> steps, Object requestOptions) {
    return new ObservedSteps<>(steps, AnthropicCalls.conversation(requestOptions));
  }

  /** The same for steps that can be asked for later. */
  public static Iterable<?> observe(Iterable<?> steps, Object requestOptions) {
    return new ObservedStreams<>(steps, AnthropicCalls.conversation(requestOptions));
  }

  private record ObservedStreams<T>(Iterable<T> delegate, @Nullable String conversation)
      implements Iterable<T> {

    @Override
    public Iterator<T> iterator() {
      return new ObservedSteps<>(delegate.iterator(), conversation);
    }
  }

  private ToolRunnerTurns() {}
}
