/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.SeveralPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A client library: which versions of it to test, and the program that uses it. */
public final class ClientUnderTest {

  private static final String[] DOCTORED_SCENARIOS = {"blocking"};

  private final Class<?> program;
  private final List<String> coordinates;
  private final TestedVersions versions;
  private final List<String> options = new ArrayList<>();
  private boolean rawHttp;
  private boolean builtInApart;
  private final Map<Run, CompletableFuture<ProgramRun>> results = new ConcurrentHashMap<>();

  private ClientUnderTest(Class<?> program, List<String> coordinates, TestedVersions versions) {
    this.program = program;
    this.coordinates = coordinates;
    this.versions = versions;
  }

  /**
   * Names a client whose versions are the lines of {@code versions.txt} in the module's folder.
   *
   * @param program has the main method
   * @param coordinates what a user of the library depends on, with {@code %s} for the version
   */
  public static ClientUnderTest of(Class<?> program, String... coordinates) {
    return new ClientUnderTest(
        program, List.of(coordinates), TestedVersions.read(Path.of(TestedVersions.FILE)));
  }

  /**
   * Every supported version with the newest agent; the newest version with every agent. What
   * differs between agents does not differ between the versions of a library. With the oldest agent
   * its own GenAI modules are on: where they see the client, each call still counts once.
   */
  public Stream<Run> runs() {
    List<Run> runs = new ArrayList<>(withNewestAgent(TestedVersions.Fate.SUPPORTED));
    TestedVersions.Line newest = runs.get(runs.size() - 1).line();
    for (String agent : TestBed.get().agentVersions()) {
      if (!agent.equals(TestBed.get().newestAgent())) {
        runs.add(new Run(this, newest, agent));
      }
    }
    return started(runs);
  }

  /** Every version that is too old. */
  List<Run> tooOld() {
    return withNewestAgent(TestedVersions.Fate.SKIP);
  }

  /** Every version that has been made unknown. */
  List<Run> doctored() {
    return withNewestAgent(TestedVersions.Fate.DOCTORED);
  }

  /** The same, each in a process of its own. */
  public Stream<Run> doctoredRuns() {
    return started(doctored());
  }

  private List<Run> withNewestAgent(TestedVersions.Fate fate) {
    return versions.withFate(fate).stream()
        .map(line -> new Run(this, line, TestBed.get().newestAgent()))
        .toList();
  }

  /** Adds an option of the JVM to every run, without an agent as well. */
  public ClientUnderTest option(String option) {
    options.add(option);
    return this;
  }

  /** The library is an HTTP client: what is left alone of it is not seen on another. */
  public ClientUnderTest rawHttp() {
    rawHttp = true;
    return this;
  }

  boolean isRawHttp() {
    return rawHttp;
  }

  /** The agent's own module sees this library: its spans, and what it changes, are tested apart. */
  public ClientUnderTest builtInApart() {
    builtInApart = true;
    return this;
  }

  /** What Turnspan is said to show of the newest version. */
  Set<String> shows() {
    return Set.copyOf(versions.shows());
  }

  /** The longest first, which are the last: no processor is idle while they end. */
  @SuppressWarnings("FutureReturnValueIgnored") // Whoever asks for a result gets its exception.
  private Stream<Run> started(List<Run> runs) {
    for (int i = runs.size() - 1; i >= 0; i--) {
      runs.get(i).future();
      runs.get(i).withoutAgent().future();
    }
    return runs.stream();
  }

  /** A launcher with the class path of a version and no agent. */
  public ProgramLauncher launcher(String version) {
    return withOptions(new ProgramLauncher(program, classPath(version)));
  }

  ProgramLauncher withOptions(ProgramLauncher launcher) {
    options.forEach(launcher::option);
    return launcher;
  }

  private List<Path> classPath(String version) {
    return TestBed.get()
        .classPath(coordinates.stream().map(each -> each.formatted(version)).toList());
  }

  /**
   * One version with one agent. Processes are started once.
   *
   * @param agent the agent's version, or {@code none}
   */
  public record Run(ClientUnderTest client, TestedVersions.Line line, String agent) {

    private static final String NO_AGENT = "none";

    /** The version of the library. */
    public String version() {
      return line.version();
    }

    boolean isNewest() {
      List<TestedVersions.Line> all = client.versions.withFate(TestedVersions.Fate.SUPPORTED);
      return line.equals(all.get(all.size() - 1));
    }

    /** What came out of it. */
    public ProgramRun result() {
      return future().join();
    }

    /** What comes out without an agent; of a doctored version, what comes out of the whole one. */
    public ProgramRun reference() {
      return withoutAgent().result();
    }

    /** So that it is not waited for in vain. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whoever asks for a result gets its exception.
    void startReference() {
      withoutAgent().future();
    }

    private Run withoutAgent() {
      return new Run(client, wholeLine(), NO_AGENT);
    }

    private TestedVersions.Line wholeLine() {
      return line.fate() == TestedVersions.Fate.DOCTORED
          ? client.versions.supported(version())
          : line;
    }

    private CompletableFuture<ProgramRun> future() {
      return client.results.computeIfAbsent(
          this, run -> CompletableFuture.supplyAsync(run::start, TestBed.get().processes()));
    }

    private ProgramRun start() {
      boolean supported = line.fate() == TestedVersions.Fate.SUPPORTED;
      ProgramLauncher launcher = client.withOptions(launcher());
      if (!agent.equals(NO_AGENT)) {
        launcher.agent(TestBed.get().agent(agent), Workspace.extension()).awaitAbandoned();
        if (!isNewest()) {
          launcher.modulesInUse();
        }
        if (hasBuiltInModules()) {
          launcher.builtInModules();
        }
        if (!supported && !client.rawHttp) {
          // A library that is left alone is still seen on the wire; this is not about that.
          launcher.property("otel.instrumentation.turnspan-http.enabled", "false");
        }
      }
      return launcher.runNow();
    }

    /** Once for each client: on the newest version, with the oldest agent. */
    private boolean hasBuiltInModules() {
      boolean newestAgent = agent.equals(TestBed.get().newestAgent());
      return isNewest() && !newestAgent && !client.builtInApart;
    }

    private ProgramLauncher launcher() {
      return new ProgramLauncher(client.program, classPath()).scenarios(scenarios());
    }

    /** For a process in which others are run as well. */
    String asOneOfSeveral() {
      List<Path> all =
          new ArrayList<>(
              List.of(Workspace.codeOf(client.program), Workspace.codeOf(Program.class)));
      all.addAll(classPath());
      return SeveralPrograms.line(
          version(), String.join(",", scenarios()), client.program.getName(), all);
    }

    /** None is all. */
    private String[] scenarios() {
      return line.fate() == TestedVersions.Fate.DOCTORED ? DOCTORED_SCENARIOS : new String[0];
    }

    private List<Path> classPath() {
      List<Path> whole = client.classPath(version());
      return line.fate() == TestedVersions.Fate.DOCTORED
          ? DoctoredJar.without(line.detail(), whole)
          : whole;
    }

    @Override
    public String toString() {
      return version() + ", agent " + agent;
    }
  }
}
