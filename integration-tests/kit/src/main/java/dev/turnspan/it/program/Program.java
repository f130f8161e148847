/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.program;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs scenarios one after the other and writes down what they saw. Its settings are system
 * properties, its result is a file; it ends when its standard input does.
 */
public final class Program {

  /** Which scenarios to run, separated by commas; all if absent. */
  public static final String SCENARIOS = "it.scenarios";

  /** Folder for the files that are written. */
  public static final String FOLDER = "it.folder";

  /** Base URL of the provider. */
  public static final String PROVIDER = "it.provider";

  /** Base URL at which nobody listens. */
  public static final String NOBODY = "it.nobody";

  /** What {@link #key} gives: it can be told from anything else that is exported. */
  public static final String KEY = "sk-canary-0a1b2c3d4e5f";

  /** Whether others are to be run after this one: it neither waits nor ends the process then. */
  static final String SHARED = "it.shared";

  private static final long LONGEST_COLLECTION_NANOS = 30_000_000_000L;

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final Set<Reference<Object>> abandoned = ConcurrentHashMap.newKeySet();
  private final List<String> transcript = new ArrayList<>();
  private final List<String> foreignContexts = new ArrayList<>();

  private Program() {}

  /** Runs what was asked for, and ends the process: threads of a library must not keep it. */
  public static void run(Map<String, Scenario> scenarios) throws Exception {
    Program program = new Program();
    String wanted = System.getProperty(SCENARIOS, "");
    Set<String> names = wanted.isEmpty() ? scenarios.keySet() : Set.of(wanted.split(",", -1));
    for (Map.Entry<String, Scenario> entry : scenarios.entrySet()) {
      if (names.contains(entry.getKey())) {
        program.run(entry.getKey(), entry.getValue());
      }
    }
    int count = program.finish();
    if (!Boolean.getBoolean(SHARED)) {
      program.end(count);
    }
  }

  /** The base URL of the provider. */
  public static String provider() {
    return required(PROVIDER);
  }

  /** A base URL at which nobody listens. */
  public static String nobody() {
    return required(NOBODY);
  }

  /** The key to give to the client. */
  public static String key() {
    return KEY;
  }

  private void run(String name, Scenario scenario) {
    Observation seen = new Observation(name, this);
    seen.callerIsHere();
    try {
      scenario.run(seen);
    } catch (Throwable t) {
      seen.failure("thrown", t);
    }
    transcript.add("== " + name);
    transcript.addAll(seen.lines());
    foreignContexts.addAll(seen.foreignContexts());
  }

  void abandoned(Object handle) {
    abandoned.add(new PhantomReference<>(handle, collected));
  }

  private int finish() throws IOException, InterruptedException {
    int count = abandoned.size();
    long deadline = System.nanoTime() + LONGEST_COLLECTION_NANOS;
    while (!abandoned.isEmpty() && System.nanoTime() - deadline < 0) {
      collectGarbage();
    }
    if (!abandoned.isEmpty()) {
      transcript.add("== not collected: " + abandoned.size());
    }
    Path folder = Path.of(required(FOLDER));
    Files.write(folder.resolve("transcript"), transcript);
    Files.write(folder.resolve("contexts"), foreignContexts);
    return count;
  }

  private void end(int count) throws IOException, InterruptedException {
    // Written last: whoever waits for it finds the others whole.
    Files.writeString(Path.of(required(FOLDER)).resolve("done"), Integer.toString(count));
    while (System.in.read() >= 0) {
      collectGarbage();
    }
    System.exit(0);
  }

  @SuppressWarnings("JavaLangSystemGC")
  private void collectGarbage() throws InterruptedException {
    System.gc();
    Reference<?> gone = collected.remove(50);
    while (gone != null) {
      abandoned.remove(gone);
      gone = collected.poll();
    }
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the system property " + property + " is missing");
    }
    return value;
  }
}
