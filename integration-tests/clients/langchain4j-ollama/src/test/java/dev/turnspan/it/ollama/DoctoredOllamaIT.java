/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A LangChain4j that lacks what Turnspan needs is left alone, with Ollama as well. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class DoctoredOllamaIT extends RefusedVersionContract {

  DoctoredOllamaIT(ClientUnderTest.Run run) {
    super(run);
  }

  static Stream<ClientUnderTest.Run> runs() {
    return OllamaContractIT.CLIENT.doctoredRuns();
  }
}
