/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.ToolResult;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the body of a request says, read as it is sent. */
final class RequestBody implements FactListener, BodyReader {

  /** More than any request brings. */
  private static final int RESULT_LIMIT = 256;

  private final JsonScanner scanner;
  private @Nullable String model;
  private @Nullable Boolean stream;
  private @Nullable String conversation;
  private @Nullable String previous;
  private final List<ToolResult> results = new ArrayList<>(0);
  private @Nullable String resultId;
  private boolean resultError;
  private boolean oldAnswer;
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
    results.clear();
    over = false;
  }

  @Override
  public void found(Fact fact, JsonValue value) {
    if (fact == Fact.STREAM) {
      stream = value.isTrue();
    } else if (fact == Fact.RESULT_ERROR) {
      resultError |= value.isTrue();
    } else if (fact == Fact.OLD_ANSWER) {
      oldAnswer = true;
    } else if (value.isString()) {
      switch (fact) {
        case MODEL -> model = model == null ? value.text() : model;
        case CONVERSATION -> conversation = value.text();
        case PREVIOUS -> previous = value.text();
        case RESULT_ID -> resultId = value.text();
        default -> {
          // Of answers only.
        }
      }
    }
  }

  @Override
  public void ended(Fact fact) {
    if (fact == Fact.RESULT_END) {
      String id = resultId;
      if (id != null && !id.isEmpty() && results.size() < RESULT_LIMIT) {
        results.removeIf(known -> known.key().equals(id));
        results.add(new ToolResult(id, -1, resultError));
      }
      resultId = null;
      resultError = false;
    } else if (oldAnswer) {
      results.clear();
      oldAnswer = false;
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
  static RequestBody of(WireFormat format, Iterable<ByteBuffer> head) {
    RequestBody body = new RequestBody(format);
    for (ByteBuffer part : head) {
      body.read(part, part.position(), part.limit());
    }
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

  /** The results of tools that it brings: what follows the last answer. */
  List<ToolResult> results() {
    return List.copyOf(results);
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
