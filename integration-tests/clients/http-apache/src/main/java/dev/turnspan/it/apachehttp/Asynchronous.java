/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.apachehttp;

import static dev.turnspan.it.program.RawChat.plain;
import static dev.turnspan.it.program.RawChat.stream;
import static dev.turnspan.it.program.RawChat.streamWithoutUsage;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.net.URI;
import java.nio.CharBuffer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.AbstractCharResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The asynchronous client. */
@SuppressWarnings("FutureReturnValueIgnored") // The callback tells how it ended.
final class Asynchronous {

  private static final CloseableHttpAsyncClient CLIENT =
      HttpAsyncClients.custom().disableAutomaticRetries().build();

  private Asynchronous() {}

  static void addTo(Map<String, Scenario> scenarios) {
    CLIENT.start();
    scenarios.put("async", seen -> ask(seen, plain("ttft300", "async")));
    scenarios.put("unauthorizedAsync", seen -> ask(seen, plain("status401", "unauthorizedAsync")));
    scenarios.put("asyncStreaming", seen -> read(seen, stream("gap5-n3", "asyncStreaming")));
    scenarios.put("cutAsync", seen -> read(seen, streamWithoutUsage("cut1-n3", "cutAsync")));
    scenarios.put("cancelled", Asynchronous::cancelled);
  }

  private static SimpleHttpRequest request(String body) {
    SimpleHttpRequest request =
        new SimpleHttpRequest("POST", URI.create(Program.provider() + "/chat/completions"));
    request.setBody(body, ContentType.APPLICATION_JSON);
    return request;
  }

  private static void ask(Observation seen, String body) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CLIENT.execute(
        request(body), new Noting<SimpleHttpResponse>(seen, done, SimpleHttpResponse::getBodyText));
    seen.await("answer", done);
  }

  private static void read(Observation seen, String body) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CLIENT.execute(
        SimpleRequestProducer.create(request(body)),
        new Text(),
        new Noting<String>(seen, done, text -> text));
    seen.await("end", done);
  }

  /** Cancels when the first word is there. */
  private static void cancelled(Observation seen) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Future<String> future =
        CLIENT.execute(
            SimpleRequestProducer.create(request(streamWithoutUsage("n1-hang1", "cancelled"))),
            new Text() {
              @Override
              protected void data(CharBuffer source, boolean endOfStream) {
                super.data(source, endOfStream);
                if (text().contains("word0")) {
                  begun.countDown();
                }
              }
            },
            new Noting<String>(seen, done, text -> text));
    seen.await("beginning", begun);
    seen.value("cancelled", future.cancel(true));
    seen.await("end", done);
  }

  /** Collects a text. */
  private static class Text extends AbstractCharResponseConsumer<String> {

    private final StringBuilder text = new StringBuilder();

    final String text() {
      return text.toString();
    }

    @Override
    protected void start(HttpResponse response, ContentType type) {
      text.append(response.getCode()).append('\n');
    }

    @Override
    protected int capacityIncrement() {
      return 64;
    }

    @Override
    protected void data(CharBuffer source, boolean endOfStream) {
      text.append(source);
      source.position(source.limit());
    }

    @Override
    protected String buildResult() {
      return text();
    }

    @Override
    public void failed(Exception cause) {}

    @Override
    public void releaseResources() {}
  }

  /** Notes what comes back. */
  private record Noting<T>(
      Observation seen,
      CountDownLatch done,
      java.util.function.Function<T, @Nullable String> describe)
      implements FutureCallback<T> {

    @Override
    public void completed(T result) {
      seen.value("answer", describe.apply(result));
      done.countDown();
    }

    @Override
    public void failed(Exception failure) {
      seen.failure("failed", failure);
      done.countDown();
    }

    @Override
    public void cancelled() {
      seen.value("told that it is cancelled", true);
      done.countDown();
    }
  }
}
