/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Call;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What the body of a request says, read as it is sent. */
final class RequestBody implements FactListener, BodyReader {

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

  /** Whether a body that begins like this may be a request for a model. */
  static boolean mayAskForModel(WireFormat format, ByteBuffer head, int window) {
    RequestBody body = new RequestBody(format);
    int from = head.position();
    body.read(head, from, Math.min(head.limit(), from + window));
    return body.model != null
        || (!body.over && !body.scanner.isBroken() && head.remaining() > window);
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
