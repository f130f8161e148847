/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The application's own unit of work, which a setting names: each method asks twice about one thing
 * and looks something up in between.
 */
class ChatDesk {

  private final Loop loop;

  ChatDesk(Loop loop) {
    this.loop = loop;
  }

  /** The answer in one piece. */
  String value() throws Exception {
    loop.run();
    loop.ask();
    return "done";
  }

  /** The answer when it is there. */
  CompletableFuture<String> future() {
    return CompletableFuture.supplyAsync(() -> Unchecked.call(this::value));
  }

  /** The answer when somebody wants it. */
  Flux<String> flux() {
    return Mono.fromCallable(this::value)
        .subscribeOn(Schedulers.boundedElastic())
        .flatMapIterable(List::of);
  }
}
