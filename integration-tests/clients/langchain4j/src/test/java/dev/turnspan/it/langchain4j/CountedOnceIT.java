/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LangChain4j over openai-java: two libraries that are hooked, and a module of the agent's. */
final class CountedOnceIT {

  @Test
  void modelsOnOpenAiJava_countOnceBesideTheAgentsOwnModule() {
    TestBed bed = TestBed.get();
    ProgramRun run =
        new ProgramLauncher(
                OfficialProgram.class,
                bed.classPath(
                    List.of(
                        "dev.langchain4j:langchain4j:1.11.0",
                        "dev.langchain4j:langchain4j-open-ai-official:1.11.0-beta19")))
            .agent(bed.agent(bed.newestAgent()), Workspace.extension())
            .modulesInUse()
            .builtInModules()
            .run();
    List<SpanRecord> spans = run.exports().spans();

    assertThat(run.transcript()).containsOnlyKeys("blocking", "streaming");
    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(11 + 11));
    assertThat(spans)
        .filteredOn(span -> span.scope().startsWith("io.opentelemetry.openai"))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.attribute("spanRole")).isEqualTo("other"));
    assertThat(spans).filteredOn(span -> span.is("provider.request")).hasSize(2);
    assertThat(spans).filteredOn(span -> span.is("turn")).hasSize(2);
  }
}
