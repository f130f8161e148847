/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.core.http.StreamResponse;
import dev.turnspan.extension.app.ObservedSpliterator;
import dev.turnspan.extension.app.StreamObserver;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A stream of chunks, passed on as it comes. */
final class ObservedStream<T> implements StreamResponse<T> {

  private final StreamResponse<T> delegate;
  private final StreamObserver<T> observer;
  private @Nullable Stream<T> original;
  private @Nullable Stream<T> observed;

  ObservedStream(StreamResponse<T> delegate, StreamObserver<T> observer) {
    this.delegate = delegate;
    this.observer = observer;
    // The observer: it is also held by whoever holds only the stream's iterator.
    observer.call().watch(observer);
  }

  @Override
  public Stream<T> stream() {
    Stream<T> stream = delegate.stream();
    Stream<T> known = observed;
    // Asked twice, the library returns one and the same stream, which can be used only once.
    if (known == null || original != stream) {
      original = stream;
      known =
          StreamSupport.stream(
                  () ->
                      new ObservedSpliterator<>(
                          stream.spliterator(), observer, AnthropicCalls::status),
                  Spliterator.ORDERED,
                  /* parallel= */ false)
              .onClose(stream::close);
      observed = known;
    }
    return known;
  }

  @Override
  public void close() {
    try {
      delegate.close();
    } finally {
      observer.call().abort();
    }
  }
}
