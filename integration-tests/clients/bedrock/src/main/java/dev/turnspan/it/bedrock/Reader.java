/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.program.Observation;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Reads a stream, as many events at a time as it likes, until it has enough. */
final class Reader<E> implements Subscriber<E> {

  private final @Nullable Observation seen;
  private final String what;
  private final long demand;
  private final int enough;
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Subscription subscription;
  private int count;

  Reader(@Nullable Observation seen, String what, long demand, int enough) {
    this.seen = seen;
    this.what = what;
    this.demand = demand;
    this.enough = enough;
  }

  CountDownLatch over() {
    return over;
  }

  int count() {
    return count;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    note("subscribed", true);
    given.request(demand);
  }

  @Override
  public void onNext(E event) {
    count++;
    note(what, event);
    if (subscription != null && count == enough) {
      subscription.cancel();
      note("cancelled", true);
      over.countDown();
    } else if (subscription != null && demand < Long.MAX_VALUE && count != enough) {
      subscription.request(demand);
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (seen != null) {
      seen.failure("failed", failure);
    }
    over.countDown();
  }

  @Override
  public void onComplete() {
    note("over", true);
    over.countDown();
  }

  private void note(String name, Object value) {
    if (seen != null) {
      seen.value(name, value);
    }
  }
}
