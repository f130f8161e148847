/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an exchange is told, and that the application gets back what is its own. */
final class OkHttpCallsTest {

  private static final MediaType JSON = MediaType.get("application/json");

  /** More than a segment of a buffer. */
  private static final String LONG = "{\"model\":\"m\"}".repeat(2_000);

  private final Request request =
      new Request.Builder()
          .url("http://localhost/v1/chat/completions")
          .post(RequestBody.create(JSON, LONG))
          .build();
  private final Call call = new OkHttpClient().newCall(request);
  private final List<RecordedExchange> exchanges = new ArrayList<>();

  @BeforeEach
  void install() {
    Bridge.install(
        (method, url, contentType, body) -> {
          exchanges.add(new RecordedExchange());
          return exchanges.get(exchanges.size() - 1);
        });
  }

  @AfterEach
  void uninstall() {
    Bridge.install(Wire.NONE);
  }

  private ObservedCall started() {
    return Objects.requireNonNull(
        ObservedCall.start(call, request, Objects.requireNonNull(request.body())));
  }

  private Response answer(ObservedCall observed, int status, String body) {
    return new Response.Builder()
        .request(observed.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(JSON, body))
        .build();
  }

  @Test
  void requestWrittenTwice_isShownTwiceFromItsBeginning() throws IOException {
    ObservedCall observed = started();
    Buffer first = new Buffer();
    Buffer second = new Buffer();

    observed.request().body().writeTo(first);
    observed.request().body().writeTo(second);

    assertThat(first.readUtf8()).isEqualTo(LONG);
    assertThat(second.readUtf8()).isEqualTo(LONG);
    assertThat(exchanges.get(0).sent).hasToString(LONG);
    assertThat(exchanges.get(0).told)
        .containsExactly("enter", "sending", "sent", "sending", "sent");
  }

  @Test
  void answerReadToItsLength_hasEndedBeforeItIsClosed() throws IOException {
    ObservedCall observed = started();
    Response response =
        Objects.requireNonNull(observed.returned(answer(observed, 200, LONG), null));

    assertThat(response.request()).isSameAs(request);
    assertThat(response.body().contentLength()).isEqualTo(LONG.length());
    assertThat(response.body().string()).isEqualTo(LONG);
    assertThat(exchanges.get(0).received).hasToString(LONG);
    assertThat(exchanges.get(0).told)
        .startsWith("enter", "leave", "answered 200", "watch", "end")
        .doesNotContain("fail");
  }

  @Test
  void answerClosedEarly_isAborted() throws IOException {
    ObservedCall observed = started();
    Response response =
        Objects.requireNonNull(observed.returned(answer(observed, 200, LONG), null));

    response.body().source().readUtf8(5);
    response.close();

    assertThat(exchanges.get(0).told).doesNotContain("end").contains("abort");
  }

  @Test
  void secondAttempt_isAnExchangeOfItsOwn() {
    ObservedCall observed = started();
    observed.startAttempt();
    observed.endAttempt(answer(observed, 500, ""), null);
    observed.startAttempt();
    observed.endAttempt(answer(observed, 200, "x"), null);
    observed.returned(answer(observed, 200, "x"), null);

    assertThat(exchanges).hasSize(2);
    assertThat(exchanges.get(0).told).containsExactly("enter", "answered 500", "end", "leave");
    assertThat(exchanges.get(1).told).containsExactly("enter", "leave", "answered 200", "watch");
  }

  @Test
  void cancelledCall_isAbortedAndNotFailed() {
    ObservedCall observed = started();
    call.cancel();
    observed.returned(null, new IOException("Canceled"));

    assertThat(exchanges.get(0).told).containsExactly("enter", "leave", "abort");
  }
}
