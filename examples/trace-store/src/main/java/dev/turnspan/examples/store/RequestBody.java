/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body that may be compressed, never more of it than the limit. */
final class RequestBody {

  static final int LIMIT = 32 * 1024 * 1024;

  private RequestBody() {}

  static byte[] read(Request request) throws IOException, HttpError {
    String encoding = request.header("Content-Encoding").trim().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> limited(request.body(), request.body());
      case "gzip" -> unzipped(request.body());
      default ->
          throw new HttpError(
              415, "unsupported content encoding: " + encoding + " (accepted: gzip, identity)");
    };
  }

  private static byte[] unzipped(InputStream body) throws IOException, HttpError {
    try {
      return limited(new GZIPInputStream(body), body);
    } catch (ZipException | EOFException malformed) {
      throw new HttpError(400, "the body is not valid gzip: " + malformed.getMessage());
    }
  }

  private static byte[] limited(InputStream content, InputStream raw)
      throws IOException, HttpError {
    byte[] bytes = content.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      // A client that is still sending would see a reset connection instead of the answer.
      drain(raw);
      throw new HttpError(413, "the body is larger than " + LIMIT + " bytes");
    }
    return bytes;
  }

  /** By reading: the server's streams pass skip on without regard to where the body ends. */
  private static void drain(InputStream raw) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    int left = LIMIT;
    for (int read = 0; left > 0 && read >= 0; left -= Math.max(read, 0)) {
      read = raw.read(buffer);
    }
  }
}
