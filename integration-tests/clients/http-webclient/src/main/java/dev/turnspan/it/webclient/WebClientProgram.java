/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.webclient;

import static dev.turnspan.it.program.RawChat.plain;
import static dev.turnspan.it.program.RawChat.stream;
import static dev.turnspan.it.program.RawChat.streamWithoutUsage;

import dev.turnspan.it.program.CompressingProvider;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Everything that a hand-written client does with Spring's WebClient. */
public final class WebClientProgram {

  private static final WebClient CLIENT = WebClient.create(Program.provider());

  private WebClientProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("blocking", seen -> ask(seen, plain("n3", "blocking")));
    scenarios.put("unauthorized", seen -> ask(seen, plain("status401", "unauthorized")));
    scenarios.put("async", WebClientProgram::async);
    scenarios.put("retried", WebClientProgram::retried);
    scenarios.put("streaming", seen -> read(seen, stream("gap5-n3", "streaming")));
    scenarios.put(
        "streamUsageMissing", seen -> read(seen, streamWithoutUsage("n3", "streamUsageMissing")));
    scenarios.put("cut", seen -> read(seen, streamWithoutUsage("cut1-n3", "cut")));
    scenarios.put("closedEarly", WebClientProgram::closedEarly);
    scenarios.put("cancelled", WebClientProgram::cancelled);
    scenarios.put("compressed", WebClientProgram::compressed);
    scenarios.put("lost", seen -> ServerRequest.handle(seen, WebClientProgram::lost));
    scenarios.put("noModelCall", seen -> ServerRequest.handle(seen, WebClientProgram::noModelCall));
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  ask(inside, plain("n3", "underServerSpan"));
                  read(inside, stream("n2", "underServerSpan"));
                }));
    Program.run(scenarios);
  }

  private static WebClient.ResponseSpec post(WebClient client, String body) {
    return client
        .post()
        .uri("/chat/completions")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .retrieve();
  }

  private static Mono<String> answer(String body) {
    return post(CLIENT, body).bodyToMono(String.class);
  }

  private static void ask(Observation seen, String body) {
    seen.call("answer", () -> answer(body).block());
  }

  private static void async(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    answer(plain("ttft300", "async"))
        .map(text -> noted(seen, "in an operator", text))
        .doFinally(signal -> done.countDown())
        .subscribe(text -> seen.value("answer", text), failure -> seen.failure("failed", failure));
    seen.await("answer", done);
  }

  private static String noted(Observation seen, String what, String text) {
    seen.value(what, text);
    return text;
  }

  private static void retried(Observation seen) {
    seen.call("answer", () -> answer(plain("fail500x1", "retried")).retry(1).block());
  }

  private static Flux<String> lines(String body) {
    return post(CLIENT, body).bodyToFlux(String.class);
  }

  private static void read(Observation seen, String body) {
    try {
      seen.value("lines", lines(body).map(line -> noted(seen, "line", line)).count().block());
    } catch (RuntimeException e) {
      // Not what Reactor adds as suppressed: notes for debugging of the operators that it passed.
      seen.value("failed", e + ", cause " + e.getCause());
    }
  }

  private static void closedEarly(Observation seen) {
    seen.call("first", () -> lines(stream("ttft20-gap20-n5", "closedEarly")).skip(1).blockFirst());
  }

  private static void cancelled(Observation seen) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Disposable call =
        lines(streamWithoutUsage("n1-hang1", "cancelled"))
            .skip(1)
            .doOnCancel(done::countDown)
            .subscribe(word -> begun.countDown());
    seen.await("beginning", begun);
    call.dispose();
    seen.await("cancelled", done);
  }

  private static void compressed(Observation seen) throws Exception {
    String model = RawChat.model("n1", "compressed");
    WebClient client =
        WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create().compress(true)))
            .build();
    try (CompressingProvider provider = new CompressingProvider(model)) {
      seen.call(
          "answer",
          () ->
              post(client.mutate().baseUrl(provider.baseUrl()).build(), plain("n1", "compressed"))
                  .bodyToMono(String.class)
                  .block());
    }
  }

  /** Nobody listens, so the body with the model's name is not sent. */
  private static void lost(Observation seen) {
    ask(seen, plain("n3", "lost"));
    seen.call(
        "answer",
        () ->
            post(WebClient.create(Program.nobody()), plain("n3", "lost"))
                .bodyToMono(String.class)
                .block());
  }

  /** Not JSON, and not a path that a provider has. */
  private static void noModelCall(Observation seen) {
    ask(seen, plain("n3", "noModelCall"));
    seen.call(
        "answer",
        () ->
            CLIENT
                .post()
                .uri("/nothing")
                .bodyValue("hello")
                .retrieve()
                .bodyToMono(String.class)
                .block());
  }
}
