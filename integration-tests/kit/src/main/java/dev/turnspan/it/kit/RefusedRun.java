/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import dev.turnspan.it.program.SeveralPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A version that must be left alone. All of a client are run in one process, each with a class
 * loader of its own: the agent judges a library anew in each.
 *
 * @param version which one
 * @param process what came out of all of them
 */
public record RefusedRun(ClientUnderTest.Run version, CompletableFuture<ProgramRun> process) {

  /**
   * The versions that are too old, and those that were made to lack something.
   *
   * @param old with a program for the former
   * @param client with the program that the whole versions run
   */
  public static Stream<RefusedRun> all(ClientUnderTest old, ClientUnderTest client) {
    List<ClientUnderTest.Run> versions =
        Stream.concat(old.tooOld().stream(), client.doctored().stream()).toList();
    ProgramLauncher launcher =
        client
            .withOptions(old.withOptions(inOneProcess(versions)))
            .agent(TestBed.get().agent(TestBed.get().newestAgent()), Workspace.extension())
            .modulesInUse();
    if (!client.isRawHttp()) {
      // A library that is left alone is still seen on the wire; this is not about that.
      launcher.property("otel.instrumentation.turnspan-http.enabled", "false");
    }
    CompletableFuture<ProgramRun> process = launcher.start();
    versions.forEach(ClientUnderTest.Run::startReference);
    return versions.stream().map(version -> new RefusedRun(version, process));
  }

  private static ProgramLauncher inOneProcess(List<ClientUnderTest.Run> versions) {
    try {
      Path list = Files.createTempFile(Path.of("target").toAbsolutePath(), "programs-", "");
      Files.write(list, versions.stream().map(ClientUnderTest.Run::asOneOfSeveral).toList());
      return new ProgramLauncher(SeveralPrograms.class, List.of())
          .property(SeveralPrograms.LIST, list.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came out of the process, spans of other versions included. */
  ProgramRun result() {
    return process.join();
  }

  /** What the application saw of this version. */
  Map<String, String> transcript() {
    Map<String, String> own = new LinkedHashMap<>();
    String prefix = SeveralPrograms.scenario(version.version(), "");
    result()
        .transcript()
        .forEach(
            (scenario, seen) -> {
              if (scenario.startsWith(prefix)) {
                own.put(scenario.substring(prefix.length()), seen);
              }
            });
    return own;
  }

  /** What was logged while this version ran. */
  List<String> log() {
    List<String> all = result().log();
    int start = all.indexOf(SeveralPrograms.heading(version.version()));
    return start < 0
        ? List.of()
        : all.subList(start + 1, all.size()).stream()
            .takeWhile(line -> !line.startsWith(SeveralPrograms.heading("")))
            .toList();
  }

  @Override
  public String toString() {
    return version.toString();
  }
}
