/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * {@code application/vnd.amazon.eventstream}: binary messages with headers and two checksums. Each
 * one leaves at once.
 */
final class AmazonEventStream {

  static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

  private static final int PRELUDE = 8;
  private static final int CHECKSUM = 4;
  private static final byte STRING = 7;

  private final OutputStream out;

  AmazonEventStream(OutputStream out) {
    this.out = out;
  }

  void event(String type, byte[] json) throws IOException {
    send("event", ":event-type", type, json);
  }

  void exception(String type, byte[] json) throws IOException {
    send("exception", ":exception-type", type, json);
  }

  private void send(String message, String header, String type, byte[] json) throws IOException {
    byte[] headers =
        join(
            header(header, type),
            header(":content-type", "application/json"),
            header(":message-type", message));
    out.write(message(headers, json));
    out.flush();
  }

  private static byte[] message(byte[] headers, byte[] payload) {
    int length = PRELUDE + CHECKSUM + headers.length + payload.length + CHECKSUM;
    ByteBuffer buffer = ByteBuffer.allocate(length);
    buffer.putInt(length).putInt(headers.length);
    buffer.putInt(checksum(buffer.array(), PRELUDE));
    buffer.put(headers).put(payload);
    buffer.putInt(checksum(buffer.array(), length - CHECKSUM));
    return buffer.array();
  }

  private static byte[] header(String name, String value) {
    byte[] nameBytes = name.getBytes(UTF_8);
    byte[] valueBytes = value.getBytes(UTF_8);
    return ByteBuffer.allocate(4 + nameBytes.length + valueBytes.length)
        .put((byte) nameBytes.length)
        .put(nameBytes)
        .put(STRING)
        .putShort((short) valueBytes.length)
        .put(valueBytes)
        .array();
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
