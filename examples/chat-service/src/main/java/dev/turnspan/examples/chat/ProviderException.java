/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import com.openai.errors.OpenAIServiceException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;

/**
 * The model provider failed. The message is fit for the service's own clients; what the provider
 * said is not: it may quote the key.
 */
public final class ProviderException extends RuntimeException {

  /** Wraps whatever a client library threw. */
  public ProviderException(Throwable cause) {
    super(describe(cause), cause);
  }

  private static String describe(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof HttpException http) {
        return answered(http.statusCode());
      }
      if (t instanceof OpenAIServiceException service) {
        return answered(service.statusCode());
      }
      if (t instanceof TimeoutException
          || t instanceof HttpTimeoutException
          || t instanceof InterruptedIOException) {
        return "The model provider did not answer in time.";
      }
    }
    return "The model provider could not be reached or gave no usable answer.";
  }

  private static String answered(int status) {
    return "The model provider answered with status " + status + ".";
  }
}
