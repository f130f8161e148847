/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.program;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an application sees in one scenario, in order: values, exceptions, threads. Beside it, and
 * not part of it, is noted which span was current: without the agent there is none.
 */
public final class Observation {

  private static final long PATIENCE_SECONDS = 30;
  private static final long COLLECTION_MILLIS = 50;
  private static final int DEEPEST_CAUSE = 8;

  private final String scenario;
  private final Program program;
  private final List<String> lines = new ArrayList<>();
  private final List<String> foreignContexts = new ArrayList<>();
  private Thread thread = Thread.currentThread();
  private SpanContext caller = SpanContext.getInvalid();

  Observation(String scenario, Program program) {
    this.scenario = scenario;
    this.program = program;
  }

  /** From here on the application's own span is the current one, and its own thread this one. */
  public synchronized void callerIsHere() {
    thread = Thread.currentThread();
    caller = Span.current().getSpanContext();
  }

  /** The application sees a value. */
  public synchronized void value(String what, @Nullable Object value) {
    checkContext(what);
    lines.add(what + ": " + value);
  }

  /** The application sees a value on a thread that it did not choose. */
  public synchronized void valueOnThread(String what, @Nullable Object value) {
    value(what + " on " + threadCategory(), value);
  }

  /** The application sees an exception. */
  public synchronized void failure(String what, Throwable failure) {
    checkContext(what);
    lines.add(what + ": " + describe(failure, 0));
  }

  /** Calls the library and notes the result or the exception. */
  public <T> @Nullable T call(String what, Callable<T> code) {
    T result;
    try {
      result = code.call();
    } catch (Throwable t) {
      failure(what, t);
      return null;
    }
    value(what, result);
    return result;
  }

  /** Waits for something that the library does on another thread; that it never came is noted. */
  public boolean await(String what, CountDownLatch latch) throws InterruptedException {
    boolean came = latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!came) {
      value(what, "never came");
    }
    return came;
  }

  /** The application forgets this object without closing it. The caller must forget it as well. */
  public void abandon(Object handle) {
    program.abandoned(handle);
  }

  /** Returns after everything unreachable has been found; what was waiting for that may go on. */
  @SuppressWarnings("JavaLangSystemGC")
  public static void collectGarbage() throws InterruptedException {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    PhantomReference<Object> canary = new PhantomReference<>(new Object(), queue);
    long start = System.nanoTime();
    do {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IllegalStateException("nothing is collected");
      }
      System.gc();
      // What a collection finds comes a moment later; another one would cost more than the wait.
    } while (queue.remove(COLLECTION_MILLIS) != canary);
  }

  /**
   * The application looks whether there is a span that is not its own; on a thread of another's
   * making there may be none.
   */
  public synchronized void ownContext(String what) {
    if (Span.current().getSpanContext().isValid()) {
      checkContext(what);
    }
  }

  private void checkContext(String what) {
    SpanContext current = Span.current().getSpanContext();
    if (!current.equals(caller)) {
      foreignContexts.add(scenario + ": " + what + " found " + current);
    }
  }

  /** Threads of a pool count as one: which of them it was is chance. */
  private String threadCategory() {
    return Thread.currentThread() == thread
        ? "the caller's thread"
        : Thread.currentThread().getName().replaceAll("\\d+", "#");
  }

  private static String describe(Throwable failure, int depth) {
    StringBuilder text = new StringBuilder(failure.getClass().getName());
    text.append(": ").append(failure.getMessage());
    String indent = "\n" + "  ".repeat(depth + 1);
    if (depth < DEEPEST_CAUSE && failure.getCause() != null) {
      text.append(indent).append("cause ").append(describe(failure.getCause(), depth + 1));
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      text.append(indent).append("suppressed ").append(describe(suppressed, depth + 1));
    }
    return text.toString();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized List<String> foreignContexts() {
    return List.copyOf(foreignContexts);
  }
}
