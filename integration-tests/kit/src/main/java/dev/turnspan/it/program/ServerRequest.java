/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.program;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs code as a request handler of an HTTP server that the agent knows, so that there is a server
 * span around it. The request is made by hand: a client that the agent knows would add a span.
 */
public final class ServerRequest {

  private ServerRequest() {}

  /**
   * Runs the code inside {@code GET /turn}; returns after the answer.
   *
   * @param headers more of the request's headers, as {@code name: value}
   */
  public static void handle(Observation seen, Scenario code, String... headers) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/turn",
        exchange -> {
          seen.callerIsHere();
          try {
            code.run(seen);
          } catch (Throwable t) {
            seen.failure("thrown in the handler", t);
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      request(server.getAddress().getPort(), headers);
    } finally {
      seen.callerIsHere();
      server.stop(0);
    }
  }

  private static void request(int port, String... headers) throws IOException {
    String more = Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /turn HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + more + "\r\n")
                  .getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }
}
