/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.engine.Failures;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that is a model call of its own: nobody else knows what is in it. Transports may send
 * and receive at the same time, and be cancelled from anywhere, so all of it is under one lock.
 */
final class ModelExchange implements Exchange {

  private final Call call;
  private final Attempt attempt;
  private final WireFormat format;
  private final Endpoint endpoint;

  /** Whether the transport shows what requests bring in time to find the turn that asked for it. */
  private final boolean chains;

  private @Nullable RequestBody request;
  private @Nullable BodyReader answer;
  private boolean stream;
  private boolean requestTold;
  private int status;
  private boolean over;

  /**
   * Begins an exchange.
   *
   * @param head the beginning of the request's body, if it was seen already
   */
  ModelExchange(Call call, WireFormat format, Endpoint endpoint, @Nullable RequestBody head) {
    this.call = call;
    this.attempt = call.startAttempt();
    this.format = format;
    this.endpoint = endpoint;
    this.stream = endpoint.streams();
    this.chains = head != null && head.isWhole();
    if (chains) {
      this.request = head;
      Failures.guard(this::tellRequest);
    }
  }

  @Override
  public Scope enter() {
    return attempt.enter();
  }

  @Override
  public Scope callerContext() {
    return call.callerContext();
  }

  @Override
  public boolean readsBodies() {
    return true;
  }

  @Override
  public void sending() {
    step(
        () -> {
          if (requestTold) {
            return;
          }
          if (request == null) {
            request = new RequestBody(format);
          } else {
            request.restart();
          }
        });
  }

  @Override
  public synchronized void sent(ByteBuffer part) {
    RequestBody reader = request;
    if (reader == null || over || requestTold) {
      return;
    }
    try {
      reader.read(part, part.position(), part.limit());
    } catch (Throwable t) {
      request = null;
      Failures.note(t);
    }
  }

  @Override
  public void sent() {
    step(this::tellRequest);
  }

  @Override
  public void answered(int code, @Nullable String contentType, @Nullable String contentEncoding) {
    step(
        () -> {
          tellRequest();
          status = code;
          attempt.status(code);
          if (code >= 400) {
            return;
          }
          if (!stream && AnswerBody.isStream(contentType)) {
            stream = true;
            call.requested(null, /* stream= */ true);
          }
          answer =
              AnswerBody.reader(
                  new AnswerFacts(call, format, stream, chains),
                  format,
                  contentType,
                  contentEncoding);
        });
  }

  @Override
  public synchronized void received(ByteBuffer part) {
    BodyReader reader = answer;
    if (reader == null || over) {
      return;
    }
    try {
      reader.read(part, part.position(), part.limit());
    } catch (Throwable t) {
      answer = null;
      Failures.note(t);
    }
  }

  @Override
  public void end() {
    finish(call::end);
  }

  @Override
  public void fail(Throwable error) {
    step(
        () -> {
          tellRequest();
          release();
          call.fail(error, status >= 400 ? status : 0);
        });
  }

  @Override
  public void abort() {
    finish(call::abort);
  }

  @Override
  public void watch(Object handle) {
    call.watch(handle);
  }

  /** What the provider refused is a failure, however little of the refusal is read. */
  private void finish(Runnable end) {
    step(
        () -> {
          tellRequest();
          release();
          if (status >= 400) {
            call.fail(status);
          } else {
            end.run();
          }
        });
  }

  private void tellRequest() {
    RequestBody body = request;
    if (requestTold || body == null) {
      return;
    }
    requestTold = true;
    request = null;
    stream |= body.isStream(format.streamsUnlessTold(endpoint));
    body.tell(call, format, stream);
  }

  private void release() {
    over = true;
    BodyReader reader = answer;
    answer = null;
    request = null;
    if (reader != null) {
      reader.end();
    }
  }

  private void step(Runnable work) {
    synchronized (this) {
      if (!over) {
        Failures.guard(work);
      }
    }
  }
}
