/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp.app;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a body before it is sent, if that has no effect: if it is a small one of the JDK's own
 * that lies in memory. Those publish, to whoever asks and at once, buffers that nobody else uses.
 */
final class RequestHead implements Subscriber<ByteBuffer> {

  private static final long SMALL = 64 * 1024;

  private static final Set<String> IN_MEMORY =
      Set.of(
          "jdk.internal.net.http.RequestPublishers$ByteArrayPublisher",
          "jdk.internal.net.http.RequestPublishers$StringPublisher");

  private @Nullable ByteBuffer head;
  private @Nullable Subscription subscription;

  static @Nullable ByteBuffer of(HttpRequest request) {
    BodyPublisher publisher = request.bodyPublisher().orElse(null);
    if (publisher == null
        || !IN_MEMORY.contains(publisher.getClass().getName())
        || publisher.contentLength() > SMALL) {
      return null;
    }
    RequestHead reader = new RequestHead();
    publisher.subscribe(reader);
    return reader.head;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(ByteBuffer part) {
    head = part;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
