/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.bridge.Attempt;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Engine;
import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.NoopEngine;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The wire over an engine that writes down what it is told. */
final class WireFixture {

  final List<String> notes = new ArrayList<>();
  final Engine engine = recorded(Engine.class, NoopEngine.INSTANCE);
  final Exchanges wire = new Exchanges(engine, Set.of("gateway.example"));
  private final Call call = recorded(Call.class, NoopEngine.CALL);
  private final Attempt attempt = recorded(Attempt.class, NoopEngine.ATTEMPT);
  @Nullable Call open;
  boolean onWire;

  @Nullable Exchange post(String url) {
    return wire.startExchange("POST", url, "application/json", null);
  }

  /** The same, where it is known to be a call. */
  Exchange started(String url) {
    Exchange exchange = post(url);
    if (exchange == null) {
      throw new AssertionError(url + " is no call");
    }
    return exchange;
  }

  /** The notes of a whole exchange, its bodies cut into parts of some length. */
  static List<String> of(String url, String request, String type, byte[] answer, int partLength) {
    return of(url, request, type, null, answer, partLength);
  }

  static List<String> of(
      String url,
      String request,
      String type,
      @Nullable String encoding,
      byte[] answer,
      int partLength) {
    WireFixture fixture = new WireFixture();
    Exchange exchange = fixture.post(url);
    if (exchange == null) {
      return List.of("no call");
    }
    exchange.sending();
    for (ByteBuffer part : parts(request.getBytes(UTF_8), partLength)) {
      exchange.sent(part);
    }
    exchange.sent();
    exchange.answered(200, type, encoding);
    for (ByteBuffer part : parts(answer, partLength)) {
      exchange.received(part);
    }
    exchange.end();
    return fixture.notes;
  }

  private static List<ByteBuffer> parts(byte[] bytes, int length) {
    List<ByteBuffer> parts = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += length) {
      // Surrounded by what is none of our business.
      byte[] padded = new byte[Math.min(length, bytes.length - i) + 6];
      Arrays.fill(padded, (byte) '"');
      System.arraycopy(bytes, i, padded, 3, padded.length - 6);
      parts.add(ByteBuffer.wrap(padded, 3, padded.length - 6).asReadOnlyBuffer());
    }
    return parts;
  }

  private <T> T recorded(Class<T> type, T fallback) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "currentCall" -> {
                  return open;
                }
                case "isOnWire" -> {
                  return onWire;
                }
                default ->
                    notes.add(
                        method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
              }
              return switch (method.getName()) {
                case "startCall" -> call;
                case "startAttempt" -> attempt;
                default -> method.invoke(fallback, arguments);
              };
            }));
  }

  Call call() {
    return call;
  }
}
