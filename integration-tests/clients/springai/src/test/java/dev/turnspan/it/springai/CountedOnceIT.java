/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.TokenSums;
import dev.turnspan.it.kit.Workspace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every token once, whichever level a backend sums over, with the library's own observations
 * bridged to tracing.
 */
final class CountedOnceIT {

  private static final String BRIDGE = "io.micrometer:micrometer-tracing-bridge-otel:1.4.5";
  private static final ClientUnderTest BRIDGED =
      ClientUnderTest.of(
          SpringAiProgram.class,
          Stream.concat(Stream.of(SpringAiArtifacts.of()), Stream.of(BRIDGE))
              .toArray(String[]::new));

  @Test
  void loopsOfModels_whoseUsageIsCumulative_countOnce() {
    List<SpanRecord> spans =
        run(
            "1.1.8",
            "blocking",
            "modelLoop",
            "client",
            "clientToolRounds",
            "embeddings",
            "streaming",
            "clientStream",
            "clientStreamToolRounds",
            "anthropicStreaming");

    assertThat(TokenSums.of(spans))
        .isEqualTo(TokenSums.both(11 + 33 + 11 + 33 + 22 + 11 + 11 + 33 + 11));
    assertObservationsCountNothing(spans, 1 + 3 + 1 + 3 + 2 + 1 + 1 + 3 + 1);
  }

  @Test
  void modelsOnVendorsLibraries_countOnce() {
    List<SpanRecord> spans =
        run(
            "2.0.1",
            "blocking",
            "client",
            "clientToolRounds",
            "anthropicBlocking",
            "embeddings",
            "streaming",
            "clientStream",
            "clientStreamTool",
            "anthropicStreamTool");

    assertThat(TokenSums.of(spans))
        .isEqualTo(TokenSums.both(11 + 11 + 33 + 20 + 22 + 11 + 11 + 22 + 22));
    assertObservationsCountNothing(spans, 1 + 1 + 3 + 1 + 2 + 1 + 1 + 2 + 2);
  }

  /** As many of them have usage as there were requests, and they are no turns of their own. */
  private static void assertObservationsCountNothing(List<SpanRecord> spans, int requests) {
    List<SpanRecord> observations =
        spans.stream()
            .filter(span -> span.attributes().containsKey("gen_ai.operation.name"))
            .filter(span -> !span.isOurs())
            .toList();
    assertThat(observations)
        .allSatisfy(span -> assertThat(span.attribute("spanRole")).isEqualTo("other"));
    assertThat(observations)
        .filteredOn(span -> span.attributes().containsKey("duplicate.gen_ai.usage.input_tokens"))
        .hasSize(requests);
    assertThat(spans.stream().filter(span -> span.is("provider.request"))).hasSize(requests);
    assertThat(TokenSums.sum(spans, "gen_ai.usage.output_tokens"))
        .isEqualTo(
            TokenSums.sum(
                spans.stream().filter(span -> span.is("provider.request")).toList(),
                "usage.outputTokens"));
  }

  private static List<SpanRecord> run(String version, String... scenarios) {
    TestBed bed = TestBed.get();
    return BRIDGED
        .launcher(version)
        .agent(bed.agent(bed.newestAgent()), Workspace.extension())
        .modulesInUse()
        .scenarios(scenarios)
        .run()
        .exports()
        .spans();
  }
}
