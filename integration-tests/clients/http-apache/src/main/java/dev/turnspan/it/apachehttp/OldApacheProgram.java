/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Uses only what the versions have, too, that are too old. */
public final class OldApacheProgram {

  private OldApacheProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("old", OldApacheProgram::chat));
  }

  private static void chat(Observation seen) {
    HttpPost post = new HttpPost(Program.provider() + "/chat/completions");
    post.setEntity(new StringEntity(RawChat.plain("n3", "old"), ContentType.APPLICATION_JSON));
    seen.call(
        "answer",
        () -> {
          try (CloseableHttpClient client = HttpClients.createDefault();
              CloseableHttpResponse response = client.execute(post)) {
            return EntityUtils.toString(response.getEntity());
          }
        });
  }
}
