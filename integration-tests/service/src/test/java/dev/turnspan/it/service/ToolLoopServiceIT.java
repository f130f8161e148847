/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.Exports;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanRules;
import dev.turnspan.it.kit.SpanTree;
import dev.turnspan.it.kit.TestBed;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One jar attached to a hand-written loop whose tools run on a pool. */
final class ToolLoopServiceIT {

  private final Exports exports = TestBed.get().newExports();

  @Test
  void streamedRequestWithTwoTools_isOneTurn() throws Exception {
    String answer;
    try (ExampleService service = ExampleService.start("tool-loop-service", exports)) {
      answer =
          service.post(
              "/chat/stream",
              "{\"conversationId\":\"c1\",\"message\":\"hi\",\"model\":\"sim-tools2-n2-stoolLoop\"}");
    }

    assertThat(answer).startsWith("200 ").endsWith("{\"answer\":\"word0 word1 \"}\n\n");
    List<SpanRecord> trace = exports.tracesOf("toolLoop");
    try (InputStream expected = getClass().getResourceAsStream("expected/toolLoop.txt")) {
      assertThat(SpanTree.render(trace))
          .isEqualTo(expected == null ? "" : new String(expected.readAllBytes(), UTF_8));
    }
    assertThat(trace)
        .filteredOn(SpanRecord::isOurs)
        .allSatisfy(span -> SpanRules.check(span, exports.spans()));
  }
}
