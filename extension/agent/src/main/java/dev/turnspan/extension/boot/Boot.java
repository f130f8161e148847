/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.extension.config.Setting;
import dev.turnspan.extension.config.Settings;
import dev.turnspan.extension.normalize.NormalizeSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts Turnspan once, whoever comes first: the agent calls its extension points in different
 * orders in different modes. This class must not link the bridge: until {@link #ensure} has put it
 * on the bootstrap class path, there is none.
 */
public final class Boot {

  private static final Logger LOGGER = Logger.getLogger("dev.turnspan");
  private static final String BRIDGE_JAR = "/turnspan-bridge.jar";
  private static final String BRIDGE_CLASS = "dev.turnspan.bridge.Bridge";

  private static boolean done;
  private static boolean running;
  private static volatile NormalizeSettings normalizeSettings = new NormalizeSettings(false, false);
  private static volatile Settings settings =
      new Settings(Map.of(), Map.of(), Map.of(), warning -> {});

  /**
   * Starts, if that has not been done. Never throws.
   *
   * @return whether Turnspan is running in this process
   */
  public static boolean ensure() {
    return ensure(Map.of());
  }

  /**
   * The same with settings that a file gave; whoever starts first decides. Never throws.
   *
   * @param file settings by their keys; properties and the environment win over them
   */
  static synchronized boolean ensure(Map<String, String> file) {
    if (!done) {
      done = true;
      running = insideAgent() && start(file);
    }
    return running;
  }

  /** What was asked for about spans of others; only after the start. */
  static NormalizeSettings normalizeSettings() {
    return normalizeSettings;
  }

  /** The settings of this process, wherever they stand; before the start the defaults. */
  public static Settings settings() {
    return settings;
  }

  /** Module classes are also loaded by the build and by tests: there nothing is to be started. */
  public static boolean insideAgent() {
    try {
      Class.forName("io.opentelemetry.javaagent.bootstrap.InstrumentationHolder", false, null);
      return true;
    } catch (Throwable t) {
      return false;
    }
  }

  private static boolean start(Map<String, String> file) {
    try {
      settings = Settings.ofThisProcess(file, LOGGER::warning);
      settings.check();
      if (!settings.get(Setting.ENABLED)) {
        LOGGER.info("Turnspan is off: turnspan.enabled is false");
        return false;
      }
      normalizeSettings =
          new NormalizeSettings(
              settings.get(Setting.NORMALIZE_ENABLED),
              settings.get(Setting.NORMALIZE_ORIGINALS).equals("drop"));
      provideBridge();
      Startup.start(settings);
      return true;
    } catch (Throwable t) {
      LOGGER.log(Level.WARNING, "Turnspan is off, the application is not affected: " + t);
      return false;
    }
  }

  private static void provideBridge() throws Exception {
    Class<?> present = onBootstrap();
    if (present == null) {
      append();
      present = onBootstrap();
    }
    if (present == null) {
      throw new IllegalStateException("the bridge could not be loaded");
    }
    // On the right a constant, which the compiler copies: no link to the bridge.
    if (present.getField("VERSION").getInt(null) != Bridge.VERSION) {
      throw new IllegalStateException("another version of Turnspan is already attached");
    }
  }

  private static @Nullable Class<?> onBootstrap() {
    try {
      return Class.forName(BRIDGE_CLASS, true, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static void append() throws Exception {
    Instrumentation instrumentation =
        (Instrumentation)
            Class.forName("io.opentelemetry.javaagent.bootstrap.InstrumentationHolder", true, null)
                .getMethod("getInstrumentation")
                .invoke(null);
    // The temporary file is readable by its owner only; writing keeps it so, copying would not.
    Path file = Files.createTempFile("turnspan-bridge", ".jar");
    try {
      try (InputStream in = Boot.class.getResourceAsStream(BRIDGE_JAR);
          OutputStream out = Files.newOutputStream(file)) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks " + BRIDGE_JAR);
        }
        in.transferTo(out);
      }
      try (JarFile jar = new JarFile(file.toFile(), /* verify= */ false)) {
        instrumentation.appendToBootstrapClassLoaderSearch(jar);
      }
      onBootstrap();
    } finally {
      // The virtual machine keeps its own handle; where it does not, at least try at exit.
      if (!file.toFile().delete()) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private Boot() {}
}
