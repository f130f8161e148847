/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Trace and span ids of one request: of the right length, or the request is malformed. */
record OtlpIds(OtlpFormat format) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]*");
  private static final Pattern ZEROS = Pattern.compile("0*");

  @Nullable String trace(ByteString id) throws InvalidProtocolBufferException {
    return known(id, 32, "trace id");
  }

  @Nullable String span(ByteString id) throws InvalidProtocolBufferException {
    return known(id, 16, "span id");
  }

  /** Null for an id that is not set: empty or all zeros. */
  private @Nullable String known(ByteString id, int digits, String what)
      throws InvalidProtocolBufferException {
    String hex = format.hex(id);
    if (hex.isEmpty()) {
      return null;
    }
    if (hex.length() != digits || !HEX.matcher(hex).matches()) {
      throw new InvalidProtocolBufferException(
          "a " + what + " is not " + digits / 2 + " bytes (" + digits + " hex digits in JSON)");
    }
    return ZEROS.matcher(hex).matches() ? null : hex;
  }
}
