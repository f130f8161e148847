/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a body before it is sent, if that has no effect: if it is a small one of the JDK's own
 * that lies in memory. Those publish, to whoever asks and at once, buffers that nobody else uses.
 */
final class RequestHead implements Subscriber<ByteBuffer> {

  private static final long SMALL = 1024 * 1024;

  private static final Set<String> IN_MEMORY =
      Set.of(
          "jdk.internal.net.http.RequestPublishers$ByteArrayPublisher",
          "jdk.internal.net.http.RequestPublishers$StringPublisher");

  private final List<ByteBuffer> parts = new ArrayList<>();

  static @Nullable Iterable<ByteBuffer> of(HttpRequest request) {
    BodyPublisher publisher = request.bodyPublisher().orElse(null);
    if (publisher == null
        || !IN_MEMORY.contains(publisher.getClass().getName())
        || publisher.contentLength() > SMALL) {
      return null;
    }
    RequestHead reader = new RequestHead();
    publisher.subscribe(reader);
    return reader.parts;
  }

  @Override
  public void onSubscribe(Subscription given) {
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer part) {
    parts.add(part);
  }

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
