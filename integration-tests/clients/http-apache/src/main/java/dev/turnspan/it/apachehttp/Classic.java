/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import static dev.turnspan.it.program.RawChat.plain;
import static dev.turnspan.it.program.RawChat.stream;
import static dev.turnspan.it.program.RawChat.streamWithoutUsage;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.it.program.CompressingProvider;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The classic client. */
@SuppressWarnings({"MustBeClosedChecker", "deprecation"}) // Some methods are of yesterday.
final class Classic {

  private static final CloseableHttpClient CLIENT =
      HttpClients.custom().disableAutomaticRetries().build();

  private Classic() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("blocking", seen -> ask(seen, plain("n3", "blocking")));
    scenarios.put("unauthorized", seen -> ask(seen, plain("status401", "unauthorized")));
    scenarios.put("cutWhole", seen -> ask(seen, plain("cut0", "cutWhole")));
    scenarios.put("withHandler", seen -> askWithHandler(seen, plain("n3", "withHandler")));
    scenarios.put("withTarget", Classic::withTarget);
    scenarios.put("streaming", seen -> read(seen, stream("gap5-n3", "streaming")));
    scenarios.put(
        "streamUsageMissing", seen -> read(seen, streamWithoutUsage("n3", "streamUsageMissing")));
    scenarios.put("cut", seen -> read(seen, streamWithoutUsage("cut1-n3", "cut")));
    scenarios.put("closedEarly", Classic::closedEarly);
    scenarios.put("neverClosed", Classic::neverClosed);
    scenarios.put("compressed", Classic::compressed);
    scenarios.put("lost", seen -> ServerRequest.handle(seen, Classic::lost));
    scenarios.put("noModelCall", seen -> ServerRequest.handle(seen, Classic::noModelCall));
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  ask(inside, plain("n3", "underServerSpan"));
                  read(inside, stream("n2", "underServerSpan"));
                }));
  }

  private static HttpPost request(String baseUrl, String body) {
    HttpPost post = new HttpPost(baseUrl + "/chat/completions");
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return post;
  }

  private static HttpPost request(String body) {
    return request(Program.provider(), body);
  }

  private static void ask(Observation seen, String body) {
    seen.call(
        "answer",
        () -> {
          HttpPost request = request(body);
          HttpEntity entity = request.getEntity();
          try (CloseableHttpResponse response = CLIENT.execute(request)) {
            seen.value("status", response.getCode());
            seen.value("same body", request.getEntity() == entity);
            return EntityUtils.toString(response.getEntity());
          }
        });
  }

  private static void askWithHandler(Observation seen, String body) {
    seen.call(
        "answer",
        () ->
            CLIENT.execute(
                request(body),
                response -> {
                  seen.valueOnThread("status", response.getCode());
                  return EntityUtils.toString(response.getEntity());
                }));
  }

  private static void withTarget(Observation seen) {
    seen.call(
        "answer",
        () -> {
          HttpPost request = request(plain("n3", "withTarget"));
          HttpHost target =
              new HttpHost("http", request.getUri().getHost(), request.getUri().getPort());
          HttpPost relative = new HttpPost(request.getUri().getPath());
          relative.setEntity(request.getEntity());
          try (CloseableHttpResponse response = CLIENT.execute(target, relative)) {
            return EntityUtils.toString(response.getEntity());
          }
        });
  }

  private static void read(Observation seen, String body) {
    seen.call(
        "stream",
        () -> {
          try (CloseableHttpResponse response = CLIENT.execute(request(body))) {
            seen.value("status", response.getCode());
            BufferedReader lines = lines(response);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              seen.value("line", line);
            }
          }
          return "closed";
        });
  }

  private static BufferedReader lines(CloseableHttpResponse response) throws IOException {
    return new BufferedReader(new InputStreamReader(response.getEntity().getContent(), UTF_8));
  }

  private static void closedEarly(Observation seen) throws Exception {
    try (CloseableHttpResponse response =
        CLIENT.execute(request(stream("gap5-n5", "closedEarly")))) {
      firstWord(seen, response);
    }
    seen.value("closed", true);
  }

  /** Byte by byte: a reader with a buffer of its own may take more than one event. */
  private static void firstWord(Observation seen, CloseableHttpResponse response)
      throws IOException {
    StringBuilder text = new StringBuilder();
    int lines = 0;
    while (lines < 4) {
      int next = response.getEntity().getContent().read();
      text.append((char) next);
      lines += next == '\n' ? 1 : 0;
    }
    seen.value("text", text);
  }

  private static void neverClosed(Observation seen) throws Exception {
    CloseableHttpClient client = HttpClients.createDefault();
    CloseableHttpResponse response =
        client.execute(request(streamWithoutUsage("n1-hang1", "neverClosed")));
    firstWord(seen, response);
    seen.abandon(response);
  }

  private static void compressed(Observation seen) throws Exception {
    String model = RawChat.model("n1", "compressed");
    try (CompressingProvider provider = new CompressingProvider(model);
        CloseableHttpResponse response =
            CLIENT.execute(request(provider.baseUrl(), plain("n1", "compressed")))) {
      seen.value("answer", EntityUtils.toString(response.getEntity()));
      seen.value("encoding", response.getFirstHeader("Content-Encoding"));
    }
  }

  /** Nobody listens, so the body with the model's name is not sent. */
  private static void lost(Observation seen) {
    ask(seen, plain("n3", "lost"));
    seen.call(
        "answer", () -> CLIENT.execute(request(Program.nobody(), plain("n3", "lost"))).getCode());
  }

  /** Not JSON, and not a path that a provider has. */
  private static void noModelCall(Observation seen) throws Exception {
    ask(seen, plain("n3", "noModelCall"));
    HttpPost post = new HttpPost(Program.provider() + "/nothing");
    post.setEntity(new StringEntity("hello", ContentType.TEXT_PLAIN));
    try (CloseableHttpResponse response = CLIENT.execute(post)) {
      seen.value("status", response.getCode());
    }
  }
}
