/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.errors.ApiException;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import java.util.concurrent.CompletionException;

/** A call from the enter of its method to the exit. */
record Begun(Call call, Scope scope) {

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
