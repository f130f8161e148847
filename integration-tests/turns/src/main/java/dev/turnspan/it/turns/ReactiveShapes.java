/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Observation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reactor, RxJava 3, and coroutines as far as Java can start them. */
final class ReactiveShapes {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ReactiveShapes() {}

  /** The calls on one scheduler, the tools on another, what comes between on a third. */
  static void reactor(Observation seen, Dialog dialog) {
    nextOfReactor(new Loop(seen, dialog)).block(PATIENCE);
  }

  private static Mono<Boolean> nextOfReactor(Loop loop) {
    return Mono.fromCallable(loop::ask)
        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
        .publishOn(reactor.core.scheduler.Schedulers.parallel())
        .flatMap(
            calls ->
                calls.isEmpty()
                    ? Mono.just(true)
                    : Flux.fromIterable(calls)
                        .concatMap(
                            call ->
                                Mono.fromCallable(() -> loop.tool(call))
                                    .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
                                    .doOnNext(text -> loop.result(call, text)))
                        .then(Mono.defer(() -> nextOfReactor(loop))));
  }

  static void rxJava(Observation seen, Dialog dialog) {
    nextOfRxJava(new Loop(seen, dialog))
        .timeout(30, TimeUnit.SECONDS)
        .ignoreElement()
        .blockingAwait();
  }

  private static io.reactivex.rxjava3.core.Single<Boolean> nextOfRxJava(Loop loop) {
    return io.reactivex.rxjava3.core.Single.fromCallable(loop::ask)
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
        .flatMap(
            calls ->
                calls.isEmpty()
                    ? io.reactivex.rxjava3.core.Single.just(true)
                    : io.reactivex.rxjava3.core.Flowable.fromIterable(calls)
                        .concatMapSingle(
                            call ->
                                io.reactivex.rxjava3.core.Single.fromCallable(() -> loop.tool(call))
                                    .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
                                    .doOnSuccess(text -> loop.result(call, text)))
                        .ignoreElements()
                        .andThen(io.reactivex.rxjava3.core.Single.defer(() -> nextOfRxJava(loop))));
  }

  /** A coroutine for each step and each tool, on two dispatchers. */
  static void coroutines(Observation seen, Dialog dialog) throws Exception {
    Loop loop = new Loop(seen, dialog);
    List<Dialog.ToolCall> calls = step(loop);
    while (!calls.isEmpty()) {
      for (Dialog.ToolCall call : calls) {
        String text =
            FutureKt.<String>future(
                    GlobalScope.INSTANCE,
                    Dispatchers.getDefault(),
                    CoroutineStart.DEFAULT,
                    (scope, continuation) -> loop.tool(call))
                .get(30, TimeUnit.SECONDS);
        loop.result(call, text);
      }
      calls = step(loop);
    }
  }

  private static List<Dialog.ToolCall> step(Loop loop) throws Exception {
    return FutureKt.<List<Dialog.ToolCall>>future(
            GlobalScope.INSTANCE,
            Dispatchers.getIO(),
            CoroutineStart.DEFAULT,
            (scope, continuation) -> Unchecked.call(loop::ask))
        .get(30, TimeUnit.SECONDS);
  }
}
