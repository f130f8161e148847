/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import dev.turnspan.it.openai.OpenAiProgram;
import java.util.List;

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
    return new ProgramLauncher(
        OpenAiProgram.class, TestBed.get().classPath(List.of("com.openai:openai-java:4.98.0")));
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
}
