/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.errors.ApiException;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A call from the enter of its method to the exit.
 *
 * @param asked what its answer follows; null if it has no tools to ask for
 */
record Begun(Call call, Scope scope, @Nullable ConversationSoFar asked) {

  void failed(Throwable failure) {
    call.fail(failure, status(failure));
  }

  /** The HTTP status that an exception of the library carries; 0 where it has none. */
  static int status(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ApiException api ? api.code() : 0;
  }
}
