/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.jdkhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Answers one request with what it was given. A bare socket: the agent knows nothing of it. */
final class CannedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final byte[] answer;

  private CannedServer(byte[] answer) throws IOException {
    this.answer = answer;
    this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "canned");
    thread.setDaemon(true);
    thread.start();
  }

  static CannedServer plain(String contentType, String body) throws IOException {
    return new CannedServer(answer(contentType, "", body.getBytes(UTF_8)));
  }

  static CannedServer gzip(String contentType, String body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body.getBytes(UTF_8));
    }
    return new CannedServer(
        answer(contentType, "Content-Encoding: gzip\r\n", packed.toByteArray()));
  }

  static CannedServer unreadable(String contentType) throws IOException {
    return new CannedServer(answer(contentType, "Content-Encoding: br\r\n", new byte[] {1, 2, 3}));
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  private static byte[] answer(String contentType, String more, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: "
                + contentType
                + "\r\n"
                + more
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private void serve() {
    try (Socket connection = socket.accept()) {
      skipRequest(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      out.write(answer);
      out.flush();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void skipRequest(InputStream in) throws IOException {
    int length = 0;
    String line = line(in);
    while (!line.isEmpty()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
      line = line(in);
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
