/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import dev.turnspan.it.kit.DoctoredJar;
import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The application, as Quarkus has packaged it. */
final class Packaged {

  private static final String TARGET = "integration-tests/clients/quarkus-langchain4j/app/target/";

  private static final class Reference {
    static final CompletableFuture<ProgramRun> RUN = plain().start();
  }

  private Packaged() {}

  /** What comes out without an agent. */
  static CompletableFuture<ProgramRun> reference() {
    return Reference.RUN;
  }

  /** Without spans of Quarkus's own. */
  static ProgramLauncher plain() {
    return launcher(Workspace.existing(TARGET + "quarkus-app/quarkus-run.jar"));
  }

  /** With {@code quarkus-opentelemetry}. */
  static ProgramLauncher traced() {
    return launcher(Workspace.existing(TARGET + "traced/quarkus-run.jar"));
  }

  /**
   * A copy whose libraries lack a method.
   *
   * @param member {@code <class>#<method>}
   */
  static ProgramLauncher doctored(String member) {
    try {
      Path jar = Workspace.existing(TARGET + "quarkus-app/quarkus-run.jar");
      Path copy = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "doctored-");
      copy(jar.resolveSibling(""), copy);
      List<Path> libraries = files(copy.resolve("lib/main"));
      List<Path> doctored = DoctoredJar.without(member, libraries);
      for (int i = 0; i < libraries.size(); i++) {
        if (!doctored.get(i).equals(libraries.get(i))) {
          Files.move(doctored.get(i), libraries.get(i), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return launcher(copy.resolve(jar.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path folder, Path target) throws IOException {
    for (Path file : files(folder)) {
      Path copied = target.resolve(folder.relativize(file));
      Files.createDirectories(copied.getParent());
      Files.copy(file, copied);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static ProgramLauncher launcher(Path jar) {
    List<Path> classPath = new ArrayList<>(TestBed.get().classPath(List.of()));
    classPath.add(jar);
    return new ProgramLauncher(QuarkusProgram.class, classPath);
  }
}
