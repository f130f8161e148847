/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.services;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between clients and a provider, and keeps what the clients sent. */
final class RecordingRelay implements AutoCloseable {

  private final ServerSocket socket;
  private final int target;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private RecordingRelay(ServerSocket socket, int target) {
    this.socket = socket;
    this.target = target;
  }

  static RecordingRelay to(int port) throws IOException {
    RecordingRelay relay =
        new RecordingRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    run(relay::accept);
    return relay;
  }

  String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
  }

  /** Every byte of every request. */
  String sent() {
    synchronized (sent) {
      return sent.toString(ISO_8859_1);
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = socket.accept();
      Socket provider = new Socket(InetAddress.getLoopbackAddress(), target);
      run(() -> copy(client, provider, true));
      run(() -> copy(provider, client, false));
    }
  }

  private void copy(Socket from, Socket to, boolean record) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (record) {
          synchronized (sent) {
            sent.write(buffer, 0, length);
          }
        }
        out.write(buffer, 0, length);
      }
    }
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One side is gone: the other one notices.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private interface Work {
    void run() throws IOException;
  }
}
