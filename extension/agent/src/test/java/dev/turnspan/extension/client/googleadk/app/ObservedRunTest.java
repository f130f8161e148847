/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes through the events of a run, and what the turn hears of it. */
final class ObservedRunTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void demand_isPassedOnAsItIs() {
    List<Long> requested = new ArrayList<>();
    Flowable<Integer> source = Flowable.range(1, 5).doOnRequest(requested::add);

    TestSubscriber<Integer> subscriber = observe(source).test(0);
    subscriber.request(2);
    subscriber.request(1);

    assertThat(requested).containsExactly(2L, 1L);
    subscriber.assertValues(1, 2, 3).assertNotComplete();
    assertThat(told).containsExactly("enter", "leave");
  }

  @Test
  void completion_isToldBeforeTheSubscriberHearsOfIt() {
    observe(Flowable.just(1)).doOnComplete(() -> told.add("complete")).test().assertResult(1);

    assertThat(told).containsExactly("enter", "end", "complete", "leave");
  }

  @Test
  void failure_isToldAndPassedOn() {
    IllegalStateException failure = new IllegalStateException("broken");

    observe(Flowable.error(failure)).test().assertError(failure);

    assertThat(told).containsExactly("enter", "fail", "leave");
  }

  @Test
  void cancellation_isPassedOnAndEndsTheTurn() {
    PublishProcessor<Integer> source = PublishProcessor.create();

    TestSubscriber<Integer> subscriber = observe(source).test();
    source.onNext(1);
    subscriber.cancel();

    assertThat(source.hasSubscribers()).isFalse();
    subscriber.assertValues(1);
    assertThat(told).containsExactly("enter", "leave", "end");
  }

  private <T> Flowable<T> observe(Flowable<T> events) {
    return new ObservedRun<>(events, new NotedTurn(), "session");
  }

  private final class NotedTurn implements Turn {

    @Override
    public Scope enter() {
      told.add("enter");
      return () -> told.add("leave");
    }

    @Override
    public void identify(@Nullable String conversationId) {
      told.add("identify");
    }

    @Override
    public void detach() {
      told.add("detach");
    }

    @Override
    public void abort() {
      told.add("abort");
    }

    @Override
    public void end() {
      told.add("end");
    }

    @Override
    public void fail(Throwable error) {
      told.add("fail");
    }

    @Override
    public void exhausted(@Nullable Throwable error) {
      told.add("exhausted");
    }
  }
}
