/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import dev.turnspan.extension.app.OptionalMethod;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What the advice on the tool runner calls. */
public final class ToolRunnerTurns {

  /** The steps of a runner, as parts of one turn. */
  public static Iterator<?> observe(Iterator<?> steps, Object params, Object requestOptions) {
    return new ObservedSteps<>(steps, AnthropicCalls.conversation(requestOptions), limit(params));
  }

  /** The same for steps that can be asked for later. */
  public static Iterable<?> observe(Iterable<?> steps, Object params, Object requestOptions) {
    return new ObservedStreams<>(steps, AnthropicCalls.conversation(requestOptions), limit(params));
  }

  /** The class of the parameters is not there in all versions. */
  private static long limit(Object params) {
    long limit = OptionalMethod.of(params.getClass(), "maxIterations").number(params);
    return limit < 0 ? Long.MAX_VALUE : limit;
  }

  private record ObservedStreams<T>(Iterable<T> delegate, @Nullable String conversation, long limit)
      implements Iterable<T> {

    @Override
    public Iterator<T> iterator() {
      return new ObservedSteps<>(delegate.iterator(), conversation, limit);
    }
  }

  private ToolRunnerTurns() {}
}
