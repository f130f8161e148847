/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.kit.JavaHomes;
import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The program with one agent on one JVM. Each is started once.
 *
 * @param agent the agent's version, or {@code none}
 * @param java the JVM's home
 */
record TurnsRun(String agent, Path java) {

  private static final String NO_AGENT = "none";
  private static final String[] LIBRARIES = {
    "com.openai:openai-java:4.98.0",
    "com.anthropic:anthropic-java:3.13.0",
    "com.google.genai:google-genai:2.0.0",
    "software.amazon.awssdk:bedrockruntime:2.57.8",
    "dev.langchain4j:langchain4j:1.19.0",
    "dev.langchain4j:langchain4j-open-ai:1.19.0",
    "org.springframework.ai:spring-ai-client-chat:1.1.8",
    "org.springframework.ai:spring-ai-openai:1.1.8",
    "io.projectreactor:reactor-core:3.7.5",
    "io.reactivex.rxjava3:rxjava:3.1.12",
    "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:1.7.3",
    "org.apache.tomcat.embed:tomcat-embed-core:10.1.40",
    "jakarta.jms:jakarta.jms-api:3.1.0"
  };
  private static final Map<TurnsRun, CompletableFuture<ProgramRun>> RESULTS =
      new ConcurrentHashMap<>();

  /**
   * The oldest agent on the oldest JVM, the newest on the newest: what differs between agents does
   * not differ between JVMs.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Whoever asks for a result gets its exception.
  static Stream<TurnsRun> all() {
    List<Path> javas = JavaHomes.toTest();
    List<TurnsRun> runs = new ArrayList<>();
    for (String agent : TestBed.get().agentVersions()) {
      boolean newest = agent.equals(TestBed.get().newestAgent());
      runs.add(new TurnsRun(agent, javas.get(newest ? javas.size() - 1 : 0)));
    }
    runs.forEach(TurnsRun::start);
    javas.forEach(java -> new TurnsRun(NO_AGENT, java).start());
    return runs.stream();
  }

  /** What came out of it. */
  ProgramRun result() {
    return start().join();
  }

  /** What comes out without an agent. */
  ProgramRun reference() {
    return new TurnsRun(NO_AGENT, java).result();
  }

  /** The rows of virtual threads are missing on a JVM that has none. */
  boolean hasVirtualThreads() {
    return JavaHomes.version(java) >= 21;
  }

  private CompletableFuture<ProgramRun> start() {
    return RESULTS.computeIfAbsent(this, run -> run.launcher().start());
  }

  private ProgramLauncher launcher() {
    ProgramLauncher launcher =
        new ProgramLauncher(TurnsProgram.class, TestBed.get().classPath(List.of(LIBRARIES)))
            .java(java);
    if (!agent.equals(NO_AGENT)) {
      launcher
          .agent(TestBed.get().agent(agent), Workspace.extension())
          .awaitAbandoned()
          // The crowd's spans come faster than a queue of the usual size is emptied.
          .property("otel.bsp.max.queue.size", "20000")
          .property("turnspan.turn.idle-timeout", "5s")
          .property("turnspan.turn.methods", ChatDesk.class.getName() + "[value,future,flux]")
          .property("turnspan.conversation.header", "X-Conversation");
    }
    return launcher;
  }

  @Override
  public String toString() {
    return "agent " + agent + " on Java " + JavaHomes.version(java);
  }
}
