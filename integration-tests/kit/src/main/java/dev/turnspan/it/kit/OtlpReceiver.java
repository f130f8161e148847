/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * A collector: takes OTLP over HTTP as protobuf, plain or gzip. Each process under test gets a path
 * of its own, so that one collector serves all.
 */
final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Exports> exports = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  static OtlpReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    OtlpReceiver receiver = new OtlpReceiver(server);
    server.createContext("/", receiver::receive);
    server.start();
    return receiver;
  }

  /** What a new process exports to its endpoint. */
  Exports open() {
    String path = "/process-" + count.incrementAndGet();
    Exports opened = new Exports("http://127.0.0.1:" + server.getAddress().getPort() + path);
    exports.put(path, opened);
    return opened;
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    Exports target = exports.get(path.substring(0, path.indexOf('/', 1)));
    int status = 404;
    if (target != null && path.endsWith("/v1/traces")) {
      byte[] plain = unzipped(exchange.getRequestHeaders().getFirst("Content-Encoding"), body);
      target.add(plain, ExportTraceServiceRequest.parseFrom(plain));
      status = 200;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static byte[] unzipped(@org.jspecify.annotations.Nullable String encoding, byte[] body)
      throws IOException {
    if (!"gzip".equals(encoding)) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
