/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The application, as Quarkus has packaged it. */
final class Packaged {

  private static final String TARGET = "integration-tests/clients/quarkus-langchain4j/app/target/";

  private Packaged() {}

  /** Without spans of Quarkus's own. */
  static ProgramLauncher plain() {
    return launcher("quarkus-app");
  }

  /** With {@code quarkus-opentelemetry}. */
  static ProgramLauncher traced() {
    return launcher("traced");
  }

  private static ProgramLauncher launcher(String folder) {
    List<Path> classPath = new ArrayList<>(TestBed.get().classPath(List.of()));
    classPath.add(Workspace.existing(TARGET + folder + "/quarkus-run.jar"));
    return new ProgramLauncher(QuarkusProgram.class, classPath);
  }
}
