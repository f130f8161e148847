/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Passes the elements of a stream on and reports them. It is itself the consumer that it hands
 * down, so that an element costs no allocation.
 */
public final class ObservedSpliterator<T> implements Spliterator<T>, Consumer<T> {

  private final Spliterator<T> delegate;
  private final StreamObserver<T> observer;
  private final ToIntFunction<Throwable> status;
  private @Nullable Consumer<? super T> target;
  private boolean inApplication;

  /** The status function tells the HTTP status of an exception, 0 where it has none. */
  public ObservedSpliterator(
      Spliterator<T> delegate, StreamObserver<T> observer, ToIntFunction<Throwable> status) {
    this.delegate = delegate;
    this.observer = observer;
    this.status = status;
  }

  @Override
  public void accept(T element) {
    observer.chunk(element);
    Consumer<? super T> consumer = target;
    if (consumer != null) {
      inApplication = true;
      consumer.accept(element);
      inApplication = false;
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    Consumer<? super T> before = target;
    target = action;
    try {
      boolean advanced = delegate.tryAdvance(this);
      if (!advanced) {
        observer.call().end();
      }
      return advanced;
    } catch (Throwable t) {
      failed(t);
      throw t;
    } finally {
      target = before;
    }
  }

  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    Consumer<? super T> before = target;
    target = action;
    try {
      delegate.forEachRemaining(this);
      observer.call().end();
    } catch (Throwable t) {
      failed(t);
      throw t;
    } finally {
      target = before;
    }
  }

  /** What the application's own consumer throws is not the provider's failure. */
  private void failed(Throwable failure) {
    if (inApplication) {
      inApplication = false;
    } else {
      observer.call().fail(failure, status.applyAsInt(failure));
    }
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    // Splitting would hand elements to threads that we do not see; a stream of events is
    // sequential.
    return null;
  }

  @Override
  public long estimateSize() {
    return delegate.estimateSize();
  }

  @Override
  public int characteristics() {
    return delegate.characteristics();
  }

  @Override
  public @Nullable Comparator<? super T> getComparator() {
    return delegate.getComparator();
  }
}
