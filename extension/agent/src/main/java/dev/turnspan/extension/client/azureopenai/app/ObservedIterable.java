/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import com.azure.core.util.IterableStream;
import dev.turnspan.extension.app.ObservedSpliterator;
import dev.turnspan.extension.app.StreamObserver;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stream of chunks, passed on as it comes. */
final class ObservedIterable<T> extends IterableStream<T> {

  private final IterableStream<T> delegate;
  private final StreamObserver<T> observer;

  ObservedIterable(IterableStream<T> delegate, StreamObserver<T> observer) {
    super(delegate);
    this.delegate = delegate;
    this.observer = observer;
    // The observer: it is also held by whoever holds only the iterator.
    observer.call().watch(observer);
  }

  @Override
  public Stream<T> stream() {
    Stream<T> stream = delegate.stream();
    return StreamSupport.stream(
            () -> observed(stream.spliterator()), Spliterator.ORDERED, /* parallel= */ false)
        .onClose(
            () -> {
              try {
                stream.close();
              } finally {
                observer.call().abort();
              }
            });
  }

  @Override
  public Iterator<T> iterator() {
    return Spliterators.iterator(
        observed(Spliterators.spliteratorUnknownSize(delegate.iterator(), Spliterator.ORDERED)));
  }

  private Spliterator<T> observed(Spliterator<T> spliterator) {
    return new ObservedSpliterator<>(spliterator, observer, AzureCalls::status);
  }
}
