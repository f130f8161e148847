/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import dev.turnspan.examples.provider.ProviderSimulator;
import dev.turnspan.it.program.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts a program in a process of its own and waits for its end. */
public final class ProgramLauncher {

  private static final long PATIENCE_SECONDS = 240;
  private static final long EXPORT_PATIENCE_SECONDS = 10;

  /** Those that are seen in the expected spans, or carry the context to them. */
  private static final List<String> MODULES_IN_USE =
      List.of(
          "turnspan",
          "opentelemetry-api",
          "executors",
          "reactor",
          "rxjava",
          "java-http-client",
          "java-http-server",
          "okhttp",
          "apache-httpclient",
          "netty",
          "reactor-netty",
          "spring-webflux",
          "spring-web",
          "aws-sdk",
          "azure-core");

  private final Class<?> program;
  private final List<Path> libraries;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Path javaHome = Path.of(System.getProperty("java.home"));
  private String endpoint = "";
  private boolean abandonedAreReported;

  /**
   * Prepares a run.
   *
   * @param program has the main method
   * @param libraries what else is on its class path
   */
  public ProgramLauncher(Class<?> program, List<Path> libraries) {
    this.program = program;
    this.libraries = libraries;
    // Start-up is most of the time; the load is small.
    option("-XX:TieredStopAtLevel=1");
    option("-XX:+UseSerialGC");
    option("-XX:MetaspaceSize=192m");
    property(Program.NOBODY, TestBed.get().nobody());
  }

  /** Runs on another Java than the test does. */
  public ProgramLauncher java(Path home) {
    javaHome = home;
    return this;
  }

  /** Adds an option of the virtual machine. */
  public ProgramLauncher option(String option) {
    options.add(option);
    return this;
  }

  /** Adds a system property. */
  public ProgramLauncher property(String key, String value) {
    return option("-D" + key + "=" + value);
  }

  /** Adds an environment variable. */
  public ProgramLauncher environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs some of the scenarios only. */
  public ProgramLauncher scenarios(String... names) {
    return property(Program.SCENARIOS, String.join(",", names));
  }

  /** Attaches a stock agent and extensions. */
  public ProgramLauncher agent(Path agent, Path... extensions) {
    option("-javaagent:" + agent);
    if (extensions.length > 0) {
      String paths =
          java.util.Arrays.stream(extensions).map(Path::toString).collect(Collectors.joining(","));
      property("otel.javaagent.extensions", paths);
    }
    property("otel.bsp.schedule.delay", "50");
    property("otel.exporter.otlp.compression", "gzip");
    property("otel.metrics.exporter", "none");
    property("otel.logs.exporter", "none");
    return this;
  }

  /** Leaves out the modules of the agent that have nothing to do here: they cost start-up time. */
  public ProgramLauncher modulesInUse() {
    property("otel.instrumentation.common.default-enabled", "false");
    for (String module : MODULES_IN_USE) {
      String key = "otel.instrumentation." + module + ".enabled";
      if (options.stream().noneMatch(option -> option.startsWith("-D" + key + "="))) {
        property(key, "true");
      }
    }
    return this;
  }

  /** Switches on the agent's own module for openai-java; the one for Bedrock is always on. */
  public ProgramLauncher builtInModules() {
    return property("otel.instrumentation.openai-java.enabled", "true");
  }

  /** Exports somewhere else than to the test's collector. */
  public ProgramLauncher exportTo(String url) {
    endpoint = url;
    return this;
  }

  /**
   * Before the program ends, waits for a turn for each stream that it abandoned: when the garbage
   * collector's finds are dealt with is nobody's promise.
   */
  public ProgramLauncher awaitAbandoned() {
    abandonedAreReported = true;
    return this;
  }

  /**
   * Runs to the end, with a provider of its own, when there is a processor for it. In what the
   * application saw the provider's port is replaced, so that it can be compared.
   */
  public ProgramRun run() {
    return start().join();
  }

  /** The same, for those who have others to start. */
  public CompletableFuture<ProgramRun> start() {
    return CompletableFuture.supplyAsync(this::runNow, TestBed.get().processes());
  }

  /** For those who have waited already. */
  ProgramRun runNow() {
    try (ProviderSimulator provider = ProviderSimulator.start(0)) {
      return launch(
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "program-"), provider);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProgramRun launch(Path folder, ProviderSimulator provider)
      throws IOException, InterruptedException {
    Exports exports = TestBed.get().newExports();
    Path log = folder.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command(folder, provider.baseUrl()));
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder
        .environment()
        .put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.isEmpty() ? exports.endpoint() : endpoint);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      awaitEnd(process, folder.resolve("done"), exports);
      return result(process.exitValue(), folder, provider.port(), exports);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Path folder, String provider) throws IOException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(Workspace.codeOf(program));
    classPath.add(Workspace.codeOf(Program.class));
    classPath.addAll(libraries);
    String joined =
        classPath.stream()
            .distinct()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Path arguments = folder.resolve("arguments");
    Files.writeString(arguments, "-cp \"" + joined.replace("\\", "\\\\") + "\"");
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    if (options.stream().noneMatch(option -> option.startsWith("-javaagent:"))) {
      // Nothing is woven into classes as the compiler made them.
      command.add("-XX:+UnlockDiagnosticVMOptions");
      command.add("-XX:-BytecodeVerificationRemote");
    }
    command.add("-D" + Program.PROVIDER + "=" + provider);
    command.addAll(options);
    command.add("-D" + Program.FOLDER + "=" + folder);
    command.add("@" + arguments);
    command.add(program.getName());
    return command;
  }

  private void awaitEnd(Process process, Path done, Exports exports)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (process.isAlive() && !Files.exists(done)) {
      if (elapsedSeconds(start) > PATIENCE_SECONDS) {
        throw new AssertionError("the program did not end in time: " + program.getName());
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    if (process.isAlive() && abandonedAreReported) {
      awaitAbandoned(process, Long.parseLong(readWhole(done)), exports);
    }
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the program did not end in time: " + program.getName());
    }
  }

  private static void awaitAbandoned(Process process, long expected, Exports exports)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (abandonedTurns(exports) < expected
        && elapsedSeconds(start) < EXPORT_PATIENCE_SECONDS
        && process.isAlive()) {
      // Each byte makes the program collect its garbage once more.
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  private static long abandonedTurns(Exports exports) {
    return exports.ownSpans().stream()
        .filter(span -> span.is("turn") && "abandoned".equals(span.attribute("finishReason")))
        .count();
  }

  private static String readWhole(Path file) throws IOException {
    String text = Files.readString(file);
    return text.isEmpty() ? "0" : text;
  }

  private static long elapsedSeconds(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  private static ProgramRun result(int exitCode, Path folder, int port, Exports exports)
      throws IOException {
    List<String> transcript =
        lines(folder.resolve("transcript")).stream()
            .map(line -> line.replaceAll(":" + port + "\\b", ":<port>"))
            .toList();
    return new ProgramRun(
        exitCode,
        scenarios(transcript),
        lines(folder.resolve("contexts")),
        Files.readAllLines(folder.resolve("log")),
        exports);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static Map<String, String> scenarios(List<String> lines) {
    Map<String, String> scenarios = new LinkedHashMap<>();
    @Nullable String name = null;
    for (String line : lines) {
      if (line.startsWith("== ")) {
        name = line.substring(3);
        scenarios.put(name, "");
      } else if (name != null) {
        scenarios.merge(name, line + "\n", String::concat);
      }
    }
    return scenarios;
  }
}
