/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.blocking;
import static dev.turnspan.it.langchain4j.Models.name;
import static dev.turnspan.it.langchain4j.Models.streaming;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.turnspan.it.program.Scenario;
import java.time.Duration;
import java.util.Map;

/** HTTP clients around other HTTP clients. */
final class Transports {

  private Transports() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put(
        "logged",
        seen ->
            WholeAnswers.ask(
                seen, blocking(name("n3", "logged")).logRequests(true).logResponses(true).build()));
    scenarios.put(
        "loggedStream",
        seen ->
            Streams.read(
                seen,
                streaming(name("gap5-n3", "loggedStream"))
                    .logRequests(true)
                    .logResponses(true)
                    .build()));
    scenarios.put(
        "ownTransport",
        seen ->
            WholeAnswers.ask(
                seen,
                blocking(name("n3", "ownTransport")).httpClientBuilder(new Builder()).build()));
    scenarios.put(
        "ownTransportRetries",
        seen ->
            WholeAnswers.ask(
                seen,
                blocking(name("fail500x1", "ownTransportRetries"))
                    .httpClientBuilder(new Builder())
                    .build()));
    scenarios.put(
        "ownTransportStream",
        seen ->
            Streams.read(
                seen,
                streaming(name("gap5-n3", "ownTransportStream"))
                    .httpClientBuilder(new Builder())
                    .build()));
  }

  /** Tries once more. */
  private record Retrying(HttpClient inner) implements HttpClient {

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
      try {
        return inner.execute(request);
      } catch (RuntimeException e) {
        return inner.execute(request);
      }
    }

    @Override
    public void execute(
        HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
      inner.execute(request, parser, listener);
    }
  }

  private static final class Builder implements HttpClientBuilder {

    private final JdkHttpClientBuilder inner = JdkHttpClient.builder();

    @Override
    public Duration connectTimeout() {
      return inner.connectTimeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      inner.connectTimeout(timeout);
      return this;
    }

    @Override
    public Duration readTimeout() {
      return inner.readTimeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      inner.readTimeout(timeout);
      return this;
    }

    @Override
    public HttpClient build() {
      return new Retrying(inner.build());
    }
  }
}
