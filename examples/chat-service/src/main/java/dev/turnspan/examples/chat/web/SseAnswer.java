/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.web;

import dev.turnspan.examples.chat.AnswerSink;
import dev.turnspan.examples.chat.ProviderException;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An answer as server-sent events: {@code delta} for each piece of text, then {@code done} or
 * {@code error}. The data is JSON because a raw delta that starts with a space would lose it.
 */
final class SseAnswer implements AnswerSink {

  private static final Logger log = LoggerFactory.getLogger(SseAnswer.class);

  private final SseEmitter emitter = new SseEmitter();
  private volatile boolean closed;

  SseAnswer() {
    emitter.onCompletion(this::close);
    emitter.onTimeout(this::close);
    emitter.onError(error -> close());
  }

  SseEmitter emitter() {
    return emitter;
  }

  @Override
  public boolean delta(String text) {
    return send("delta", Map.of("text", text));
  }

  @Override
  public void done(String answer) {
    if (send("done", Map.of("answer", answer))) {
      emitter.complete();
    }
  }

  @Override
  public void failed(ProviderException failure) {
    ApiErrors.logFailure(failure);
    if (send("error", ApiErrors.body("provider_error", String.valueOf(failure.getMessage())))) {
      emitter.complete();
    }
  }

  private void close() {
    closed = true;
  }

  private boolean send(String event, Object data) {
    if (closed) {
      return false;
    }
    try {
      emitter.send(SseEmitter.event().name(event).data(data));
      return true;
    } catch (IOException | IllegalStateException e) {
      // The client is gone; the container cleans the connection up.
      log.debug("The client left during the answer.", e);
      close();
      return false;
    }
  }
}
