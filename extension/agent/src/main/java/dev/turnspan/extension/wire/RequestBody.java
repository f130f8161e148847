/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Call;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What the body of a request says, read as it is sent. */
final class RequestBody implements FactListener, BodyReader {

  /** How much of a body is looked at before it is sent. */
  private static final int WINDOW = 16 * 1024;

  private final JsonScanner scanner;
  private @Nullable String model;
  private @Nullable Boolean stream;
  private @Nullable String conversation;
  private @Nullable String previous;
  private boolean over;

  RequestBody(WireFormat format) {
    this.scanner = new JsonScanner(format.request(), this);
  }

  @Override
  public void read(ByteBuffer bytes, int from, int to) {
    scanner.read(bytes, from, to);
  }

  /** The body comes once more. */
  void restart() {
    scanner.restart();
    over = false;
  }

  @Override
  public void found(Fact fact, JsonValue value) {
    if (fact == Fact.STREAM) {
      stream = value.isTrue();
    } else if (value.isString()) {
      switch (fact) {
        case MODEL -> model = model == null ? value.text() : model;
        case CONVERSATION -> conversation = value.text();
        case PREVIOUS -> previous = value.text();
        default -> {
          // Of answers only.
        }
      }
    }
  }

  @Override
  public void complete() {
    over = true;
  }

  @Override
  public void broken() {
    over = true;
  }

  /** A body that begins like this. */
  static RequestBody of(WireFormat format, ByteBuffer head) {
    RequestBody body = new RequestBody(format);
    int from = head.position();
    body.read(head, from, Math.min(head.limit(), from + WINDOW));
    return body;
  }

  /** Whether this may be a request for a model: it names one, or may do so later. */
  boolean mayAskForModel() {
    return model != null || (!over && !scanner.isBroken());
  }

  /** Whether all of it has been read. */
  boolean isWhole() {
    return over;
  }

  @Nullable String model() {
    return model;
  }

  @Nullable String conversation() {
    return conversation;
  }

  boolean isStream(boolean unlessTold) {
    return stream == null ? unlessTold : stream;
  }

  void tell(Call call, WireFormat format, boolean isStream) {
    call.requested(model, isStream);
    call.conversationId(conversation);
    if (format.chainsAnswers()) {
      call.continues(previous);
    }
  }
}
