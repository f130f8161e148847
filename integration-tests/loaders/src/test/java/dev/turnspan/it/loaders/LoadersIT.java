/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.loaders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanRules;
import dev.turnspan.it.kit.SpanTree;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Web applications in one servlet container: what they ask is seen, and none is kept alive. What
 * would keep one without any agent, mostly threads and a cleaner of the client libraries, they
 * avoid or end themselves; so whatever is found here is the agent's, or ours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoadersIT {

  private @Nullable ProgramRun run;

  @BeforeAll
  void deployAndUndeploy() {
    run =
        new ProgramLauncher(ServletContainer.class, jars("turnspan.it.tomcat"))
            .agent(TestBed.get().agent(TestBed.get().newestAgent()), Workspace.extension())
            .property("turnspan.turn.idle-timeout", "2s")
            // Jackson's buffers are softly reachable from the container's threads.
            .option("-XX:SoftRefLRUPolicyMSPerMB=0")
            .property(ServletContainer.OPENAI, joined("turnspan.it.openai"))
            .property(ServletContainer.LANGCHAIN4J, joined("turnspan.it.langchain4j"))
            .run();
  }

  private static List<Path> jars(String... properties) {
    return TestBed.get()
        .classPath(
            Arrays.stream(properties)
                .flatMap(property -> Arrays.stream(System.getProperty(property, "").split(",", -1)))
                .toList());
  }

  private static String joined(String property) {
    return jars(property).stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void container_endsNormally() {
    assertThat(run().exitCode()).as(String.join("\n", run().log())).isZero();
    assertThat(run().logLinesWith("Turnspan")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"langChainInChild", "openAiInChild", "openAiInParent", "openAiInParentToo"})
  void request_isOneTree(String name) throws IOException {
    List<SpanRecord> traces = run().exports().tracesOf(name);

    assertThat(SpanTree.render(traces)).isEqualTo(expected(name));
    assertThat(traces)
        .filteredOn(SpanRecord::isOurs)
        .allSatisfy(span -> SpanRules.check(span, run().exports().spans()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "libraryInChild | answer: word0 word1 word2 ;answer: word0 word1 word2 ;/langchain4j is gone: true;/openai is gone: true",
        "libraryInParent | answer: word0 word1 word2 ;answer: word0 word1 ;/one is gone: true;/two is gone: true",
        "openToolTurn | answer: asks for 1;/openai is gone: true",
        "unclosed | answer: begun;/openai is gone: true"
      })
  void undeployed_isCollected(String scenario, String seen) {
    assertThat(run().transcript().get(scenario)).isEqualTo(seen.replace(';', '\n') + "\n");
  }

  private ProgramRun run() {
    ProgramRun done = run;
    if (done == null) {
      throw new AssertionError("has not run");
    }
    return done;
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = LoadersIT.class.getResourceAsStream("expected/" + name + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }
}
