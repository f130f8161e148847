/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.okhttp;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Uses only what the versions have, too, that are too old. */
public final class OldOkHttpProgram {

  private OldOkHttpProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldOkHttpProgram::chat));
  }

  private static void chat(Observation seen) {
    Request request =
        new Request.Builder()
            .url(Program.provider() + "/chat/completions")
            .post(
                RequestBody.create(MediaType.parse("application/json"), RawChat.plain("n3", "old")))
            .build();
    seen.call(
        "answer",
        () -> {
          try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.body().string();
          }
        });
  }
}
