/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library's own spans: beside ours they count nothing, alone they are the record. */
final class NativeSpansIT {

  private static final String NEWEST = "3.13.0";
  private static final String[] SCENARIOS = {
    "blocking",
    "async",
    "streaming",
    "asyncStreaming",
    "detailedUsage",
    "betaStreaming",
    "toolRunner"
  };

  /** The prompt tokens that the provider reported for these, cached ones included. */
  private static final long INPUT_TOKENS = 4 * 11 + 2 * 20 + 2 * 11;

  @Test
  void besideOurs_countNothing() {
    List<SpanRecord> spans = attached().run().exports().spans();

    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
    assertThat(TokenSums.sum(spans, "duplicate.gen_ai.usage.input_tokens")).isEqualTo(INPUT_TOKENS);
    assertThat(spans)
        .filteredOn(span -> span.scope().startsWith("com.anthropic.sdk"))
        .extracting(SpanRecord::name)
        .contains(
            "anthropic.messages.create",
            "anthropic.messages.tool_runner",
            "anthropic.custom_tool_use weather");
    assertThat(spans)
        .filteredOn(span -> span.scope().startsWith("com.anthropic.sdk"))
        .allMatch(span -> "other".equals(span.attribute("spanRole")));
  }

  @Test
  void withOurHooksOff_areTheRecord() {
    List<SpanRecord> spans =
        withoutHooks()
            .property("otel.instrumentation.turnspan-http.enabled", "false")
            .run()
            .exports()
            .spans();

    assertThat(spans).noneMatch(SpanRecord::isOurs);
    assertThat(TokenSums.of(spans)).isEqualTo(TokenSums.both(INPUT_TOKENS));
  }

  @Test
  void aroundWhatIsSeenOnTheWire_countNothing() {
    assertThat(TokenSums.of(withoutHooks().run().exports().spans()))
        .isEqualTo(TokenSums.both(INPUT_TOKENS));
  }

  private static ProgramLauncher withoutHooks() {
    return attached().property("otel.instrumentation.turnspan-anthropic.enabled", "false");
  }

  private static ProgramLauncher attached() {
    TestBed bed = TestBed.get();
    return new ProgramLauncher(
            AnthropicProgram.class,
            bed.classPath(List.of("com.anthropic:anthropic-java:" + NEWEST)))
        .agent(bed.agent(bed.newestAgent()), Workspace.extension())
        .scenarios(SCENARIOS);
  }
}
