/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Observation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Threads and pools of the JDK. */
final class ThreadShapes {

  private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

  private ThreadShapes() {}

  /** One question. */
  static void single(Observation seen, Dialog dialog) throws Exception {
    new Loop(seen, dialog).ask();
  }

  /** A loop on one thread. */
  static void loop(Observation seen, Dialog dialog) throws Exception {
    new Loop(seen, dialog).run();
  }

  /** The steps on the caller's thread, the tools on a pool. */
  static void pooledTools(Observation seen, Dialog dialog) throws Exception {
    pooledTools(seen, dialog, POOL);
  }

  private static void pooledTools(Observation seen, Dialog dialog, ExecutorService pool)
      throws Exception {
    Loop loop = new Loop(seen, dialog);
    List<Dialog.ToolCall> calls = loop.ask();
    while (!calls.isEmpty()) {
      loop.tools(calls, pool);
      calls = loop.ask();
    }
  }

  /** The whole loop on a pool, while the caller waits. */
  static void pooledLoop(Observation seen, Dialog dialog) throws Exception {
    POOL.submit(
            () -> {
              new Loop(seen, dialog).run();
              return true;
            })
        .get();
  }

  /**
   * Whatever follows the first step on a thread of its own, which knows nothing of the caller's.
   */
  static void newThreads(Observation seen, Dialog dialog) throws Exception {
    Loop loop = new Loop(seen, dialog);
    List<Dialog.ToolCall> calls = loop.ask();
    while (!calls.isEmpty()) {
      List<Dialog.ToolCall> asked = calls;
      onNewThread(
          () -> {
            loop.tools(asked);
            return true;
          });
      calls = onNewThread(loop::ask);
    }
  }

  static <T> T onNewThread(Callable<T> code) throws Exception {
    FutureTask<T> task = new FutureTask<>(code);
    new Thread(task).start();
    return task.get(30, TimeUnit.SECONDS);
  }

  /** On the pool, while the caller goes on. */
  @SuppressWarnings("FutureReturnValueIgnored") // Whoever waits for it waits for its effect.
  static void inBackground(Callable<Boolean> code) {
    POOL.submit(code);
  }

  /** A chain of stages on the common pool. */
  static void stages(Observation seen, Dialog dialog) throws Exception {
    next(new Loop(seen, dialog)).get(30, TimeUnit.SECONDS);
  }

  private static CompletableFuture<Boolean> next(Loop loop) {
    return CompletableFuture.supplyAsync(() -> Unchecked.call(loop::ask))
        .thenComposeAsync(
            calls -> {
              if (calls.isEmpty()) {
                return CompletableFuture.completedFuture(true);
              }
              List<CompletableFuture<String>> texts =
                  calls.stream()
                      .map(call -> CompletableFuture.supplyAsync(() -> loop.tool(call), POOL))
                      .toList();
              return CompletableFuture.allOf(texts.toArray(CompletableFuture<?>[]::new))
                  .thenCompose(
                      done -> {
                        for (int i = 0; i < calls.size(); i++) {
                          loop.result(calls.get(i), texts.get(i).join());
                        }
                        return next(loop);
                      });
            });
  }

  /** Virtual threads, where the JVM has them. */
  static void virtualThreads(Observation seen, Dialog dialog) throws Exception {
    try (PoolOfVirtualThreads pool = new PoolOfVirtualThreads()) {
      pool.executor()
          .submit(
              () -> {
                pooledTools(seen, dialog, pool.executor());
                return true;
              })
          .get(30, TimeUnit.SECONDS);
    }
  }

  /** Compiled for 17, which has none: by reflection. */
  static final class PoolOfVirtualThreads implements AutoCloseable {

    private final ExecutorService executor;

    PoolOfVirtualThreads() throws ReflectiveOperationException {
      executor =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    static boolean exist() {
      return Runtime.version().feature() >= 21;
    }

    ExecutorService executor() {
      return executor;
    }

    @Override
    public void close() {
      executor.shutdown();
    }
  }
}
