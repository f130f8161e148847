/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What the advice on the library's clients of the providers' APIs calls. */
public final class ProviderApis {

  private static final Property MODEL = new Property("model");
  private static final Property BODY = new Property("getBody");

  private ProviderApis() {}

  /** A request is sent; the result goes to {@code returned}. */
  public static Object called(Object api, @Nullable Object request) {
    return begun(start("chat", api, request, /* stream= */ false));
  }

  /** Vectors are asked for; the result goes to {@code returned}. */
  public static Object embedding(Object api, @Nullable Object request) {
    return begun(start("embeddings", api, request, /* stream= */ false));
  }

  private static Object begun(CallStart start) {
    Call call = Bridge.engine().startCall(start);
    return new Begun(call, call.enter());
  }

  /** The method returned or threw. */
  public static void returned(
      @Nullable Object begun, @Nullable Object answer, @Nullable Throwable thrown) {
    if (!(begun instanceof Begun call)) {
      return;
    }
    call.scope.close();
    if (thrown != null) {
      call.call.fail(thrown, 0);
      return;
    }
    Object body = BODY.of(answer);
    ApiAnswers.read(body == null ? answer : body, call.call);
    call.call.end();
  }

  /** A stream is asked for, and begins when it is subscribed to. */
  public static Flux<?> streamed(Object api, @Nullable Object request, Flux<?> chunks) {
    // The methods of one name call each other.
    return chunks instanceof ObservedFlux<?>
        ? chunks
        : CallWatch.of(chunks, start("chat", api, request, /* stream= */ true), ApiChunks::new);
  }

  private static CallStart start(
      String operation, Object api, @Nullable Object request, boolean stream) {
    return new CallStart(operation, Vendors.of(api), MODEL.text(request), stream, null, null);
  }

  private record Begun(Call call, Scope scope) {}
}
