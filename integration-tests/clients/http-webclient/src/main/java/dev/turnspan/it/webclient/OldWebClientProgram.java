/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.webclient;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/** Uses only what the versions have, too, that are too old. */
public final class OldWebClientProgram {

  private OldWebClientProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldWebClientProgram::chat));
  }

  private static void chat(Observation seen) {
    seen.call(
        "answer",
        () ->
            WebClient.create(Program.provider())
                .post()
                .uri("/chat/completions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(RawChat.plain("n3", "old"))
                .retrieve()
                .bodyToMono(String.class)
                .block());
  }
}
