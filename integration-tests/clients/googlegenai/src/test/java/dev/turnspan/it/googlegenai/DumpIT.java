/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import dev.turnspan.it.kit.ClientUnderTest;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DumpIT {
  @Test
  void dump() throws Exception {
    ClientUnderTest client =
        ClientUnderTest.of(GoogleGenAiProgram.class, "com.google.genai:google-genai:%s");
    for (ClientUnderTest.Run run :
        client.runs().filter(r -> r.agent().startsWith("2.33")).toList()) {
      long start = System.nanoTime();
      ProgramRun result = run.result();
      long ms = (System.nanoTime() - start) / 1000000;
      Path dir = Path.of("/tmp/gg/dump/" + run.version());
      Files.createDirectories(dir);
      Files.writeString(dir.resolve("log"), ms + "ms\n" + String.join("\n", result.log()));
      Files.writeString(dir.resolve("contexts"), String.join("\n", result.foreignContexts()));
      Files.writeString(
          dir.resolve("transcript"), String.valueOf(result.transcript()).replace("\\n", "\n"));
      Files.writeString(
          dir.resolve("reference"),
          String.valueOf(run.reference().transcript()).replace("\\n", "\n"));
      for (String scenario : result.transcript().keySet()) {
        Files.writeString(
            dir.resolve(scenario + ".txt"), SpanTree.render(result.exports().tracesOf(scenario)));
      }
    }
  }
}
