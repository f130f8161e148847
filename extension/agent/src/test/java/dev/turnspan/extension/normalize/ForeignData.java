/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** Ended spans of other instrumentations, as data. */
final class ForeignData {

  /** A span inside a call of ours. */
  static final Surroundings IN_CALL = new Surroundings(Account.CALL, null, null, null);

  private ForeignData() {}

  static SpanData of(Attributes attributes) {
    return of("io.example", attributes);
  }

  static SpanData of(String scope, Attributes attributes) {
    return of(scope, attributes, StatusData.unset());
  }

  static SpanData of(String scope, Attributes attributes, StatusData status) {
    return TestSpanData.builder()
        .setName("chat")
        .setKind(SpanKind.CLIENT)
        .setStartEpochNanos(CorpusTable.START_NANOS)
        .setEndEpochNanos(CorpusTable.END_NANOS)
        .setHasEnded(true)
        .setStatus(status)
        .setInstrumentationScopeInfo(InstrumentationScopeInfo.create(scope))
        .setAttributes(attributes)
        .setTotalAttributeCount(attributes.size())
        .build();
  }

  static Attributes normalized(Attributes attributes) {
    return new Normalizer(false).normalize(of(attributes), Surroundings.UNKNOWN).getAttributes();
  }

  static Attributes normalized(String scope, Attributes attributes) {
    return new Normalizer(false)
        .normalize(of(scope, attributes), Surroundings.UNKNOWN)
        .getAttributes();
  }
}
