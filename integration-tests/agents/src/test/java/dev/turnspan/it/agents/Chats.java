/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import dev.turnspan.it.openai.OpenAiProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A few ways of calling openai-java, for tests of what is around them. */
final class Chats {

  private static final String[] SCENARIOS = {
    "blocking", "async", "streaming", "asyncStreaming", "closedEarly", "cut", "cutAsync", "retried"
  };

  private static final class Reference {
    static final ProgramRun RUN = launcher().scenarios(SCENARIOS).run();
  }

  private Chats() {}

  /** Without an agent; the caller names the scenarios. */
  static ProgramLauncher launcher() {
    return new ProgramLauncher(OpenAiProgram.class, libraries());
  }

  private static List<Path> libraries() {
    return TestBed.get().classPath(List.of("com.openai:openai-java:4.98.0"));
  }

  /** With Turnspan and what of the newest agent is in use. */
  static ProgramLauncher attached() {
    return attached(TestBed.get().newestAgent()).modulesInUse();
  }

  /** With Turnspan and an agent as it comes. */
  static ProgramLauncher attached(String agent) {
    return launcher().agent(TestBed.get().agent(agent), Workspace.extension());
  }

  /** With Turnspan off the agent's own module would be on, and do the harm that it does. */
  static ProgramLauncher attachedAndOff() {
    return attached().property("otel.instrumentation.openai-java.enabled", "false");
  }

  /** Runs and checks that the application saw what it sees without an agent. */
  static ProgramRun runUnharmed(ProgramLauncher launcher) {
    ProgramRun run = launcher.scenarios(SCENARIOS).run();
    assertThat(run.exitCode()).as(String.join("\n", run.log())).isZero();
    assertThat(run.transcript()).isNotEmpty().isEqualTo(Reference.RUN.transcript());
    return run;
  }

  /**
   * Runs while Turnspan fails at each moment in turn, and checks the same for each. The provider
   * fails the first time only; so that requests are repeated each time, there is one in vain.
   */
  static ProgramRun runFailing(Class<?> extension) {
    List<Path> libraries = new ArrayList<>(libraries());
    libraries.add(Workspace.codeOf(OpenAiProgram.class));
    String[] scenarios =
        FailingProgram.MOMENTS.stream()
            .flatMap(
                moment ->
                    Stream.concat(Stream.of(SCENARIOS), Stream.of("retriedInVain"))
                        .map(name -> FailingProgram.at(moment, name)))
            .toArray(String[]::new);
    ProgramRun reference =
        new ProgramLauncher(FailingProgram.class, libraries).scenarios(scenarios).run();
    ProgramRun run =
        new ProgramLauncher(FailingProgram.class, libraries)
            .agent(
                TestBed.get().agent(TestBed.get().newestAgent()),
                Workspace.extension(),
                Workspace.codeOf(extension))
            .modulesInUse()
            .scenarios(scenarios)
            .run();
    assertThat(run.exitCode()).as(String.join("\n", run.log())).isZero();
    assertThat(run.transcript()).hasSize(scenarios.length).isEqualTo(reference.transcript());
    return run;
  }
}
