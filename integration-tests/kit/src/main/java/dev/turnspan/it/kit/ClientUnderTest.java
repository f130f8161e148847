/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A client library: which versions of it to test, and the program that uses it. */
public final class ClientUnderTest {

  private final Class<?> program;
  private final List<String> coordinates;
  private final List<Line> lines;
  private final Map<Run, ProgramRun> results = new ConcurrentHashMap<>();

  private ClientUnderTest(Class<?> program, List<String> coordinates, List<Line> lines) {
    this.program = program;
    this.coordinates = coordinates;
    this.lines = lines;
  }

  /**
   * Names a client whose versions are the lines of {@code versions.txt} in the module's folder.
   *
   * @param program has the main method
   * @param coordinates what a user of the library depends on, with {@code %s} for the version
   */
  public static ClientUnderTest of(Class<?> program, String... coordinates) {
    try {
      List<Line> lines =
          Files.readAllLines(Path.of("versions.txt")).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(Line::of)
              .toList();
      return new ClientUnderTest(program, List.of(coordinates), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every supported version with every agent. */
  public Stream<Run> runs() {
    return runs(false);
  }

  /** Every version that must be refused with every agent. */
  public Stream<Run> refusedRuns() {
    return runs(true);
  }

  private Stream<Run> runs(boolean refused) {
    return lines.stream()
        .filter(line -> line.refused() == refused)
        .flatMap(
            line ->
                TestBed.get().agentVersions().stream()
                    .map(agent -> new Run(this, line.version(), agent)));
  }

  /** A launcher with the class path of a version and no agent. */
  public ProgramLauncher launcher(String version) {
    List<String> versioned = coordinates.stream().map(each -> each.formatted(version)).toList();
    return new ProgramLauncher(program, TestBed.get().classPath(versioned));
  }

  /**
   * A line of the file: a version, and the word {@code skip} and a reason if it must be refused.
   */
  private record Line(String version, boolean refused) {
    static Line of(String line) {
      String[] words = line.split("\\s+", 3);
      boolean refused = words.length > 1 && words[1].equals("skip");
      if (words.length > 1 && !(refused && words.length == 3)) {
        throw new IllegalArgumentException("a line is a version, or a version, skip and a reason");
      }
      return new Line(words[0], refused);
    }
  }

  /**
   * One version with one agent. Processes are started when they are first asked for, and once.
   *
   * @param agent the agent's version, or {@code none}
   */
  public record Run(ClientUnderTest client, String version, String agent) {

    private static final String NO_AGENT = "none";

    /** What came out of it. */
    public ProgramRun result() {
      return client.results.computeIfAbsent(this, Run::start);
    }

    /** What comes out without an agent. */
    public ProgramRun reference() {
      return new Run(client, version, NO_AGENT).result();
    }

    private ProgramRun start() {
      ProgramLauncher launcher = client.launcher(version);
      if (!agent.equals(NO_AGENT)) {
        launcher.agent(TestBed.get().agent(agent), Workspace.extension()).awaitAbandoned();
      }
      return launcher.run();
    }

    @Override
    public String toString() {
      return version + ", agent " + agent;
    }
  }
}
