/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.sql.SQLException;

/** OTLP over HTTP. Each request is stored as a whole or not at all. */
final class OtlpEndpoint {

  private static final System.Logger LOG = System.getLogger(OtlpEndpoint.class.getName());

  private static final int INVALID_ARGUMENT = 3;
  private static final int UNAVAILABLE = 14;

  private final SpanStore store;

  OtlpEndpoint(SpanStore store) {
    this.store = store;
  }

  Answer traces(Request request) throws IOException {
    return answer(
        request,
        (format, body) -> {
          SpanDecoder.Decoded decoded = new SpanDecoder(format).decode(body);
          store.addSpans(decoded.spans());
          ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
          if (decoded.rejected() > 0) {
            response.setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(decoded.rejected())
                    .setErrorMessage("spans without ids, or with times out of range"));
          }
          return response.build();
        });
  }

  Answer logs(Request request) throws IOException {
    return answer(
        request,
        (format, body) -> {
          store.addLogs(new LogDecoder(format).decode(body));
          return ExportLogsServiceResponse.getDefaultInstance();
        });
  }

  /** Metrics are understood and dropped: the store computes its figures from the spans. */
  Answer metrics(Request request) throws IOException {
    return answer(
        request,
        (format, body) -> {
          format.decode(body, ExportMetricsServiceRequest.newBuilder());
          return ExportMetricsServiceResponse.getDefaultInstance();
        });
  }

  private interface Export {
    Message accept(OtlpFormat format, byte[] body)
        throws InvalidProtocolBufferException, SQLException;
  }

  private static Answer answer(Request request, Export export) throws IOException {
    OtlpFormat format = OtlpFormat.of(request.header("Content-Type")).orElse(null);
    if (format == null) {
      return failure(
          OtlpFormat.JSON,
          415,
          "unsupported content type (accepted: application/x-protobuf, application/json)");
    }
    try {
      Message response = export.accept(format, RequestBody.read(request));
      return new Answer(200, format.contentType, format.encode(response));
    } catch (HttpError refused) {
      return failure(format, refused.status(), refused.message());
    } catch (InvalidProtocolBufferException malformed) {
      String cause = PlainText.line(String.valueOf(malformed.getMessage()));
      return failure(format, 400, "malformed " + format + " body: " + cause);
    } catch (SQLException failed) {
      // 503 tells an exporter to keep the data and try again.
      LOG.log(System.Logger.Level.ERROR, "could not store an export", failed);
      return failure(format, 503, "the store could not write");
    }
  }

  private static Answer failure(OtlpFormat format, int status, String message) {
    int code = status == 503 ? UNAVAILABLE : INVALID_ARGUMENT;
    return new Answer(status, format.contentType, format.status(code, message));
  }
}
