/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.okhttp;

import static dev.turnspan.it.program.RawChat.plain;
import static dev.turnspan.it.program.RawChat.stream;
import static dev.turnspan.it.program.RawChat.streamWithoutUsage;

import dev.turnspan.it.program.CompressingProvider;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Everything that a hand-written client does with OkHttp. */
@SuppressWarnings("MustBeClosedChecker") // What is not closed is part of the test.
public final class OkHttpProgram {

  private static final OkHttpClient CLIENT = new OkHttpClient();

  /** Tries again once. */
  private static final OkHttpClient PATIENT =
      new OkHttpClient.Builder().addInterceptor(OkHttpProgram::again).build();

  private OkHttpProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("blocking", seen -> ask(seen, CLIENT, plain("n3", "blocking")));
    scenarios.put("retried", seen -> ask(seen, PATIENT, plain("fail500x1", "retried")));
    scenarios.put("unauthorized", seen -> ask(seen, CLIENT, plain("status401", "unauthorized")));
    scenarios.put("cutWhole", seen -> ask(seen, CLIENT, plain("cut0", "cutWhole")));
    scenarios.put("async", OkHttpProgram::async);
    scenarios.put("cancelled", OkHttpProgram::cancelled);
    scenarios.put("lost", seen -> ServerRequest.handle(seen, OkHttpProgram::lost));
    scenarios.put("streaming", seen -> read(seen, stream("gap5-n3", "streaming")));
    scenarios.put(
        "streamUsageMissing", seen -> read(seen, streamWithoutUsage("n3", "streamUsageMissing")));
    scenarios.put("cut", seen -> read(seen, streamWithoutUsage("cut1-n3", "cut")));
    scenarios.put("closedEarly", OkHttpProgram::closedEarly);
    scenarios.put("neverClosed", OkHttpProgram::neverClosed);
    scenarios.put("asyncStreaming", OkHttpProgram::events);
    scenarios.put("compressed", OkHttpProgram::compressed);
    scenarios.put("noModelCall", seen -> ServerRequest.handle(seen, OkHttpProgram::noModelCall));
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  ask(inside, CLIENT, plain("n3", "underServerSpan"));
                  read(inside, stream("n2", "underServerSpan"));
                }));
    Program.run(scenarios);
  }

  private static Request request(String baseUrl, String body) {
    return new Request.Builder()
        .url(baseUrl + "/chat/completions")
        .post(RequestBody.create(MediaType.get("application/json"), body))
        .build();
  }

  private static Request request(String body) {
    return request(Program.provider(), body);
  }

  private static Response again(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() < 500) {
      return response;
    }
    response.close();
    return chain.proceed(chain.request());
  }

  private static void ask(Observation seen, OkHttpClient client, String body) {
    seen.call(
        "answer",
        () -> {
          Request request = request(body);
          try (Response response = client.newCall(request).execute()) {
            seen.value("status", response.code());
            seen.value("same body", response.request().body() == request.body());
            return response.body().string();
          }
        });
  }

  private static void async(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CLIENT.newCall(request(plain("ttft300", "async"))).enqueue(new Noting(seen, done));
    seen.await("answer", done);
  }

  private static void cancelled(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch sent = new CountDownLatch(1);
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void requestBodyEnd(Call sender, long byteCount) {
                    sent.countDown();
                  }
                })
            .build();
    Call call = client.newCall(request(plain("ttft5000", "cancelled")));
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            seen.value("failed", e.getClass().getSimpleName());
            done.countDown();
          }

          @Override
          public void onResponse(Call answered, Response response) {
            seen.value("answered", response.code());
            done.countDown();
          }
        });
    seen.await("sent", sent);
    call.cancel();
    seen.await("cancelled", done);
  }

  /** Nobody listens, so the body with the model's name is not sent. */
  private static void lost(Observation seen) {
    ask(seen, CLIENT, plain("n3", "lost"));
    seen.call(
        "answer",
        () -> CLIENT.newCall(request(Program.nobody(), plain("n3", "lost"))).execute().code());
  }

  private static void read(Observation seen, String body) {
    seen.call(
        "stream",
        () -> {
          try (Response response = CLIENT.newCall(request(body)).execute()) {
            seen.value("status", response.code());
            BufferedSource source = response.body().source();
            for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
              seen.value("line", line);
            }
          }
          return "closed";
        });
  }

  private static void closedEarly(Observation seen) throws Exception {
    try (Response response = CLIENT.newCall(request(stream("gap5-n5", "closedEarly"))).execute()) {
      BufferedSource source = response.body().source();
      firstWord(seen, source);
    }
    seen.value("closed", true);
  }

  private static void firstWord(Observation seen, BufferedSource source) throws IOException {
    for (int i = 0; i < 4; i++) {
      seen.value("line", source.readUtf8Line());
    }
  }

  private static void neverClosed(Observation seen) throws Exception {
    Response response =
        CLIENT.newCall(request(streamWithoutUsage("n1-hang1", "neverClosed"))).execute();
    firstWord(seen, response.body().source());
    seen.abandon(response);
  }

  private static void events(Observation seen) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    EventSources.createFactory(CLIENT)
        .newEventSource(
            request(stream("gap5-n3", "asyncStreaming")),
            new EventSourceListener() {
              @Override
              public void onEvent(
                  EventSource source, @Nullable String id, @Nullable String type, String data) {
                seen.value("event", data);
              }

              @Override
              public void onClosed(EventSource source) {
                seen.value("closed", true);
                done.countDown();
              }

              @Override
              public void onFailure(
                  EventSource source, @Nullable Throwable failure, @Nullable Response response) {
                seen.value("failed", failure);
                done.countDown();
              }
            });
    seen.await("end", done);
  }

  private static void compressed(Observation seen) throws Exception {
    String model = RawChat.model("n1", "compressed");
    try (CompressingProvider provider = new CompressingProvider(model);
        Response response =
            CLIENT.newCall(request(provider.baseUrl(), plain("n1", "compressed"))).execute()) {
      seen.value("answer", response.body().string());
      seen.value("encoding", response.header("Content-Encoding"));
    }
  }

  /** Not JSON, and not a path that a provider has. */
  private static void noModelCall(Observation seen) throws Exception {
    ask(seen, CLIENT, plain("n3", "noModelCall"));
    try (Response response =
        CLIENT
            .newCall(
                new Request.Builder()
                    .url(Program.provider() + "/nothing")
                    .post(RequestBody.create(MediaType.get("text/plain"), "hello"))
                    .build())
            .execute()) {
      seen.value("status", response.code());
    }
  }

  /** Notes what comes back. */
  private record Noting(Observation seen, CountDownLatch done) implements Callback {

    @Override
    public void onFailure(Call call, IOException failure) {
      seen.failure("failed", failure);
      done.countDown();
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        seen.valueOnThread("answer", response.body().string());
      } finally {
        done.countDown();
      }
    }
  }
}
