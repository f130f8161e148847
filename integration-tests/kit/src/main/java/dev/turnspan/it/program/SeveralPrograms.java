/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.program;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs one after the other in one process, each with libraries of its own, as web
 * applications in one container have: an agent is started once for all.
 */
public final class SeveralPrograms {

  /** A file with a {@link #line} for each program. */
  public static final String LIST = "it.programs";

  private final List<String> transcript = new ArrayList<>();
  private final List<String> contexts = new ArrayList<>();

  private SeveralPrograms() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(System.getProperty(Program.FOLDER, ""));
    SeveralPrograms programs = new SeveralPrograms();
    System.setProperty(Program.SHARED, "true");
    for (String line : Files.readAllLines(Path.of(System.getProperty(LIST, "")))) {
      String[] parts = line.split("\t", -1);
      System.out.println(heading(parts[0]));
      Path own = Files.createTempDirectory(folder, "one-");
      System.setProperty(Program.SCENARIOS, parts[1]);
      System.setProperty(Program.FOLDER, own.toString());
      run(parts[2], parts[3]);
      programs.gather(parts[0], own);
    }
    Files.write(folder.resolve("transcript"), programs.transcript);
    Files.write(folder.resolve("contexts"), programs.contexts);
    Files.writeString(folder.resolve("done"), "");
    System.exit(0);
  }

  /** A line of the list; all scenarios are run if none is named. */
  public static String line(String name, String scenarios, String program, List<Path> classPath) {
    return String.join(
        "\t",
        name,
        scenarios,
        program,
        String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
  }

  /** The line of the log after which a program begins. */
  public static String heading(String name) {
    return "== begins: " + name;
  }

  /** What a scenario of a program is called in the transcript. */
  public static String scenario(String name, String scenario) {
    return name + "/" + scenario;
  }

  private static void run(String program, String classPath) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String each : classPath.split(File.pathSeparator, -1)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    // Never closed: what the library does in the background may still need its classes.
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass(program)
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[0]);
  }

  private void gather(String name, Path folder) throws Exception {
    for (String line : Files.readAllLines(folder.resolve("transcript"))) {
      transcript.add(line.startsWith("== ") ? "== " + scenario(name, line.substring(3)) : line);
    }
    contexts.addAll(Files.readAllLines(folder.resolve("contexts")));
  }
}
