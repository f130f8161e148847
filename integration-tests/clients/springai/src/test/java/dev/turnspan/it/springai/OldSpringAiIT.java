/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of Spring AI that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OldSpringAiIT extends RefusedVersionContract {

  /** There is no artifact for the chat client yet. */
  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(
          OldSpringAiProgram.class,
          "org.springframework.ai:spring-ai-openai:%s",
          SpringAiArtifacts.NEWER_ANNOTATIONS);

  OldSpringAiIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.refusedRuns();
  }
}
