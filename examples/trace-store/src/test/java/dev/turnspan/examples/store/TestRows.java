/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;

/** Samples as rows, for tests below HTTP. */
final class TestRows {

  private TestRows() {}

  static List<SpanRow> of(SpanSample... samples) {
    try {
      byte[] body = SpanSample.export(samples).toByteArray();
      return new SpanDecoder(OtlpFormat.PROTOBUF).decode(body).spans();
    } catch (InvalidProtocolBufferException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
