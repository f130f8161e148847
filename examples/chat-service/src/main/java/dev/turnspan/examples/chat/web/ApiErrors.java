/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.web;

import dev.turnspan.examples.chat.ProviderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures as JSON: {@code {"error":{"type":…,"message":…}}}. */
@RestControllerAdvice
class ApiErrors {

  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<Object> invalid(InvalidRequestException e) {
    return reply(HttpStatus.BAD_REQUEST, "invalid_request", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadable(HttpMessageNotReadableException e) {
    return reply(
        HttpStatus.BAD_REQUEST,
        "invalid_request",
        "The body must be JSON like {\"conversationId\":\"c1\",\"message\":\"…\"}.");
  }

  @ExceptionHandler
  ResponseEntity<Object> providerFailed(ProviderException e) {
    logFailure(e);
    return reply(HttpStatus.BAD_GATEWAY, "provider_error", String.valueOf(e.getMessage()));
  }

  /** Types only: what a provider says in an error can quote the key. */
  static void logFailure(ProviderException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    log.warn("{} ({})", e.getMessage(), root.getClass().getName());
  }

  static ErrorBody body(String type, String message) {
    return new ErrorBody(new ErrorBody.Detail(type, message));
  }

  /** Records, because the order of a map's keys differs from one start to the next. */
  record ErrorBody(Detail error) {
    record Detail(String type, String message) {}
  }

  // The type is set because a client that asked for an event stream gets JSON here, too.
  private static ResponseEntity<Object> reply(HttpStatus status, String type, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body(type, message));
  }
}
