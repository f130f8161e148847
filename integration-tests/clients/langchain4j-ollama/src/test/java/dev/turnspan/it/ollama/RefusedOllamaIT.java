/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of LangChain4j that Turnspan does not know are left alone, with Ollama as well. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedOllamaIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(
          OldOllamaProgram.class,
          "dev.langchain4j:langchain4j:%s",
          "dev.langchain4j:langchain4j-ollama:%s");

  RefusedOllamaIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, OllamaContractIT.CLIENT);
  }
}
