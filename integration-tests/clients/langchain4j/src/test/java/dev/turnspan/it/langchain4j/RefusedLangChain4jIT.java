/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.RefusedRun;
import dev.turnspan.it.kit.RefusedVersionContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of LangChain4j that Turnspan does not know are left alone. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
final class RefusedLangChain4jIT extends RefusedVersionContract {

  private static final ClientUnderTest OLD =
      ClientUnderTest.of(
          OldLangChain4jProgram.class,
          "dev.langchain4j:langchain4j:%s",
          "dev.langchain4j:langchain4j-open-ai:%s");

  RefusedLangChain4jIT(RefusedRun run) {
    super(run);
  }

  static Stream<RefusedRun> runs() {
    return RefusedRun.all(OLD, LangChain4jContractIT.CLIENT);
  }
}
