/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static dev.turnspan.examples.store.RunningStore.JSON;
import static dev.turnspan.examples.store.RunningStore.PROTOBUF;
import static dev.turnspan.examples.store.RunningStore.gzip;
import static dev.turnspan.examples.store.RunningStore.text;
import static dev.turnspan.examples.store.SpanSample.export;
import static dev.turnspan.examples.store.SpanSample.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiverTest {

  private static final String JSON_SPAN =
      """
      {"resourceSpans":[{"scopeSpans":[{"spans":[{
        "traceId":"0AF7651916cd43dd8448eb211c80319c","spanId":"00f067aa0ba902b7","name":"r",
        "kind":3,"startTimeUnixNano":"1767323045000000000","endTimeUnixNano":1767323045500000000,
        "attributes":[
          {"key":"spanRole","value":{"stringValue":"provider.request"}},
          {"key":"turnId","value":{"stringValue":"t-json"}},
          {"key":"traceId","value":{"stringValue":"not an id"}},
          {"key":"usage.inputTokens","value":{"intValue":"9007199254740993"}},
          {"key":"rate","value":{"doubleValue":12}},
          {"key":"list","value":{"arrayValue":{"values":[{"boolValue":true},{"intValue":7}]}}}],
        "status":{"code":2,"message":"no"},"novelty":{"spanId":17}}]}]}]}""";

  private final RunningStore store = new RunningStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void protobuf_isStoredAndAnsweredEmpty() {
    HttpResponse<byte[]> response =
        store.post("v1/traces", export(request(1, 0, 10)).toByteArray(), "Content-Type", PROTOBUF);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(PROTOBUF);
    assertThat(response.body()).isEmpty();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void json_keepsHexIdsBigIntsAndTypes() {
    HttpResponse<byte[]> response = store.postJson("v1/traces", JSON_SPAN);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
    assertThat(text(response)).isEqualTo("{}");
    var span = store.json("turns/t-json").at("/spans/0");
    assertThat(span.path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.path("spanId").asText()).isEqualTo("00f067aa0ba902b7");
    assertThat(span.path("kind").asText()).isEqualTo("CLIENT");
    assertThat(span.path("durationMs").asLong()).isEqualTo(500);
    assertThat(span.at("/status/code").asText()).isEqualTo("ERROR");
    assertThat(span.at("/status/message").asText()).isEqualTo("no");
    assertThat(span.at("/attributes/usage.inputTokens").longValue()).isEqualTo(9007199254740993L);
    assertThat(span.at("/attributes/rate").isDouble()).isTrue();
    assertThat(span.at("/attributes/list").toString()).isEqualTo("[true,7]");
    assertThat(span.at("/attributes/traceId").asText()).isEqualTo("not an id");
  }

  @Test
  void gzip_isUnpacked() {
    byte[] body = gzip(export(request(1, 0, 10)).toByteArray());
    assertThat(
            store
                .post("v1/traces", body, "Content-Type", PROTOBUF, "Content-Encoding", "gzip")
                .statusCode())
        .isEqualTo(200);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void sameSpanAgain_isStoredOnce() {
    byte[] body = export(request(1, 0, 10), request(1, 0, 10), request(2, 0, 5)).toByteArray();
    store.post("v1/traces", body, "Content-Type", PROTOBUF);
    store.post("v1/traces", body, "Content-Type", PROTOBUF);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void sameSpanIdInOtherTrace_isAnotherSpan() {
    store.add(request(1, 0, 10), request(1, 0, 10).trace("f".repeat(32)));
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void malformedProtobuf_isRefusedWithStatusAndStoresNothing()
      throws InvalidProtocolBufferException {
    byte[] whole = export(request(1, 0, 10), request(2, 0, 10)).toByteArray();
    HttpResponse<byte[]> response =
        store.post("v1/traces", Arrays.copyOf(whole, whole.length - 3), "Content-Type", PROTOBUF);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains(PROTOBUF);
    UnknownFieldSet status = UnknownFieldSet.parseFrom(response.body());
    assertThat(status.getField(1).getVarintList()).containsExactly(3L);
    assertThat(status.getField(2).getLengthDelimitedList().get(0).toStringUtf8())
        .startsWith("malformed PROTOBUF body");
    assertThat(count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"resourceSpans\":3}"})
  void malformedJson_isRefusedWithStatus(String body) {
    HttpResponse<byte[]> response = store.postJson("v1/traces", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Json.tree(text(response)).path("code").asInt()).isEqualTo(3);
    assertThat(Json.tree(text(response)).path("message").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00f067aa0ba902", "00f067aa0ba902b7ff", "xyz067aa0ba902b7"})
  void oneBadIdAmongGoodSpans_storesNothing(String spanId) {
    String good = JSON_SPAN.substring(JSON_SPAN.indexOf("[{\"scope"), JSON_SPAN.lastIndexOf(']'));
    String bad = good.replace("00f067aa0ba902b7", spanId).substring(1);
    String body = "{\"resourceSpans\":" + good + "," + bad + "]}";
    HttpResponse<byte[]> response = store.postJson("v1/traces", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(text(response)).contains("span id");
    assertThat(count()).isZero();
  }

  @Test
  void spansWithoutIds_areRejectedAndTheOthersStored() throws InvalidProtocolBufferException {
    var good = request(1, 0, 10).build();
    var request = export(request(2, 0, 10)).toBuilder();
    request
        .getResourceSpansBuilder(0)
        .getScopeSpansBuilder(0)
        .addSpans(good.toBuilder().setSpanId(ByteString.copyFrom(new byte[8])))
        .addSpans(good.toBuilder().setTraceId(ByteString.EMPTY))
        .addSpans(good.toBuilder().setEndTimeUnixNano(-1));
    HttpResponse<byte[]> response =
        store.post("v1/traces", request.build().toByteArray(), "Content-Type", PROTOBUF);
    assertThat(response.statusCode()).isEqualTo(200);
    var partial = ExportTraceServiceResponse.parseFrom(response.body()).getPartialSuccess();
    assertThat(partial.getRejectedSpans()).isEqualTo(3);
    assertThat(partial.getErrorMessage()).isNotEmpty();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void brokenGzip_isRefused() {
    byte[] zipped = gzip(export(request(1, 0, 10)).toByteArray());
    for (byte[] body : new byte[][] {Arrays.copyOf(zipped, 20), {1, 2, 3}, {}}) {
      assertThat(
              store
                  .post("v1/traces", body, "Content-Type", PROTOBUF, "Content-Encoding", "gzip")
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void tooLargeAfterUnpacking_isRefused() {
    byte[] bomb = gzip(new byte[RequestBody.LIMIT + 1]);
    assertThat(bomb).hasSizeLessThan(100_000);
    HttpResponse<byte[]> response =
        store.post("v1/traces", bomb, "Content-Type", PROTOBUF, "Content-Encoding", "gzip");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(store.post("v1/logs", new byte[RequestBody.LIMIT + 1], "Content-Type", JSON))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(413);
  }

  @Test
  void unknownTypeOrEncoding_isUnsupported() {
    byte[] body = export(request(1, 0, 10)).toByteArray();
    assertThat(store.post("v1/traces", body, "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
    assertThat(store.post("v1/traces", body).statusCode()).isEqualTo(415);
    assertThat(
            store
                .post("v1/traces", body, "Content-Type", PROTOBUF, "Content-Encoding", "br")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void logs_areStored() throws Exception {
    String body =
        """
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"eventName":"turn.metrics",
          "timeUnixNano":"1767323045000000000","body":{"kvlistValue":{"values":[
            {"key":"turnId","value":{"stringValue":"t-1"}},
            {"key":"durationMs","value":{"intValue":"42"}}]}}}]}]}]}""";
    assertThat(text(store.postJson("v1/logs", body))).isEqualTo("{}");
    String stored =
        store.store.read(
            connection -> {
              try (var rows =
                  connection
                      .createStatement()
                      .executeQuery("select event_name || ' ' || body from logs")) {
                rows.next();
                return rows.getString(1);
              }
            });
    assertThat(stored).isEqualTo("turn.metrics {\"turnId\":\"t-1\",\"durationMs\":42}");
    assertThat(store.postJson("v1/logs", "{\"resourceLogs\":1}").statusCode()).isEqualTo(400);
  }

  @Test
  void metrics_areValidated() {
    assertThat(text(store.postJson("v1/metrics", "{\"resourceMetrics\":[]}"))).isEqualTo("{}");
    assertThat(store.postJson("v1/metrics", "{\"resourceMetrics\":1}").statusCode()).isEqualTo(400);
    assertThat(
            store
                .post("v1/metrics", "no".getBytes(StandardCharsets.UTF_8), "Content-Type", PROTOBUF)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void storeFailure_asksToTryAgain() {
    store.store.close();
    HttpResponse<byte[]> response = store.postJson("v1/traces", JSON_SPAN);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Json.tree(text(response)).path("code").asInt()).isEqualTo(14);
  }

  private long count() {
    return store.json("aggregate?by=model").at("/rows/0/count").asLong();
  }
}
