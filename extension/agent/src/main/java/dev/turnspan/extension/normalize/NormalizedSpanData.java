/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A span's data with other attributes. */
final class NormalizedSpanData extends DelegatingSpanData {

  private final Attributes attributes;
  private final int totalAttributeCount;

  NormalizedSpanData(SpanData original, Attributes attributes) {
    super(original);
    this.attributes = attributes;
    // Exporters report total - size as dropped: what the SDK dropped stays, what we removed is not.
    this.totalAttributeCount =
        original.getTotalAttributeCount() - original.getAttributes().size() + attributes.size();
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return totalAttributeCount;
  }
}
