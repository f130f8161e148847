/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Observation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

/** Methods that Spring runs elsewhere. */
final class SpringShapes {

  private SpringShapes() {}

  /** Each step and each tool is an {@code @Async} method. */
  static void async(Observation seen, Dialog dialog) throws Exception {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Application.class, Steps.class)) {
      Steps steps = context.getBean(Steps.class);
      Loop loop = new Loop(seen, dialog);
      List<Dialog.ToolCall> calls = steps.ask(loop).get(30, TimeUnit.SECONDS);
      while (!calls.isEmpty()) {
        for (Dialog.ToolCall call : calls) {
          loop.result(call, steps.tool(loop, call).get(30, TimeUnit.SECONDS));
        }
        calls = steps.ask(loop).get(30, TimeUnit.SECONDS);
      }
    }
  }

  /** Switches {@code @Async} on. */
  @Configuration(proxyBeanMethods = false)
  @EnableAsync
  static class Application {}

  /** Not final: Spring makes a subclass of it. */
  static class Steps {

    @Async
    CompletableFuture<List<Dialog.ToolCall>> ask(Loop loop) throws Exception {
      return CompletableFuture.completedFuture(loop.ask());
    }

    @Async
    CompletableFuture<String> tool(Loop loop, Dialog.ToolCall call) {
      return CompletableFuture.completedFuture(loop.tool(call));
    }
  }
}
