/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a log export to rows. */
final class LogDecoder {

  private final OtlpFormat format;
  private final OtlpIds ids;

  LogDecoder(OtlpFormat format) {
    this.format = format;
    this.ids = new OtlpIds(format);
  }

  List<LogRow> decode(byte[] body) throws InvalidProtocolBufferException {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    format.decode(body, request);
    List<LogRow> rows = new ArrayList<>();
    for (ResourceLogs resource : request.getResourceLogsList()) {
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        ObjectNode origin = SpanDecoder.origin(resource.getResource(), scope.getScope());
        for (LogRecord log : scope.getLogRecordsList()) {
          rows.add(row(log, origin));
        }
      }
    }
    return rows;
  }

  private LogRow row(LogRecord log, ObjectNode origin) throws InvalidProtocolBufferException {
    long time = log.getTimeUnixNano();
    return new LogRow(
        ids.trace(log.getTraceId()),
        ids.span(log.getSpanId()),
        time == 0 ? log.getObservedTimeUnixNano() : time,
        log.getEventName(),
        log.getSeverityText(),
        AttributeJson.value(log.getBody()),
        AttributeJson.object(log.getAttributesList()),
        origin);
  }
}
