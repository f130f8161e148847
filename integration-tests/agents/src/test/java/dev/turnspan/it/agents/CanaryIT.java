/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.agents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.program.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The key that an application gives to its client goes to the provider and nowhere else. */
final class CanaryIT {

  private static final String KEY = "sk-canary-0a1b2c3d4e5f";

  static List<String> agents() {
    return TestBed.get().agentVersions();
  }

  @ParameterizedTest
  @MethodSource("agents")
  void key_isInNoExportedByteAndNoLogLine(String agent) {
    ProgramRun run =
        Chats.attached(agent)
            .modulesInUse()
            .environment(Program.KEY, KEY)
            .scenarios(
                "blocking",
                "streaming",
                "asyncStreaming",
                "unauthorized",
                "unauthorizedAsync",
                "unauthorizedStream",
                "unauthorizedStreamAsync",
                "responsesUnauthorized",
                "retriedInVain",
                "cut")
            .run();

    // Otherwise the provider would not have repeated it, and the test would show nothing.
    assertThat(run.transcript().get("unauthorized")).contains(KEY);
    assertThat(run.exports().ownSpans()).isNotEmpty();
    assertThat(run.exports().bodies().stream().filter(CanaryIT::hasKey).count()).isZero();
    assertThat(run.logLinesWith(KEY)).isEmpty();
  }

  private static boolean hasKey(byte[] body) {
    // One byte is one character: an ASCII text is found wherever it is.
    return new String(body, ISO_8859_1).contains(KEY);
  }
}
