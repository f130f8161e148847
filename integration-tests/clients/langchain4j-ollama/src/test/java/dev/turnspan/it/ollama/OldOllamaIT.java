/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of LangChain4j that Turnspan does not know are left alone, with Ollama as well. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class OldOllamaIT extends RefusedVersionContract {

  private static final ClientUnderTest CLIENT =
      ClientUnderTest.of(
          OldOllamaProgram.class,
          "dev.langchain4j:langchain4j:%s",
          "dev.langchain4j:langchain4j-ollama:%s");

  OldOllamaIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return CLIENT.refusedRuns();
  }
}
