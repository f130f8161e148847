/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out that the application lost interest: streams that the garbage collector found before
 * their end, and turns that have been idle for too long. One daemon thread on the agent's side,
 * from the first stream on; nothing beside the application, so that a redeployed application takes
 * nothing of ours with it.
 */
final class Abandonment {

  private static final long SWEEP_MILLIS = 1000;

  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Runnable sweep;
  private final Thread thread;
  private boolean running;

  /**
   * Not started until something is watched.
   *
   * @param sweep called about once a second
   */
  Abandonment(Runnable sweep) {
    this.sweep = sweep;
    // Made here, on the agent's side: a thread keeps the protection domains of whoever is on the
    // stack, and with them the loader of the application that makes the first call.
    this.thread =
        new Thread(null, this::run, "turnspan-abandonment", 0, /* inheritThreadLocals= */ false);
    thread.setDaemon(true);
    // Not the application's: a context loader kept here would outlive a redeployment.
    thread.setContextClassLoader(null);
  }

  /**
   * Calls the action when the handle is collected. The action must not refer to the handle.
   *
   * @return forgets the handle
   */
  Runnable watch(Object handle, Runnable action) {
    start();
    Watch watch = new Watch(handle, queue, action);
    watches.add(watch);
    return () -> watches.remove(watch);
  }

  synchronized void start() {
    if (running) {
      return;
    }
    running = true;
    thread.start();
  }

  private void run() {
    while (true) {
      try {
        if (queue.remove(SWEEP_MILLIS) instanceof Watch watch && watches.remove(watch)) {
          watch.action.run();
        }
        sweep.run();
      } catch (InterruptedException e) {
        return;
      } catch (Throwable t) {
        Failures.note(t);
      }
    }
  }

  private static final class Watch extends PhantomReference<Object> {

    private final Runnable action;

    Watch(Object handle, ReferenceQueue<Object> queue, Runnable action) {
      super(handle, queue);
      this.action = action;
    }
  }
}
