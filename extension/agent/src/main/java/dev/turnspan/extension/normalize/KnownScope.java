/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.semconv.FrameworkScopes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an instrumentation scope. Asked for each of its spans, on the application's
 * threads, so it remembers what its spans have shown.
 */
final class KnownScope {

  // A scope that has written so many spans without any about a model is not one that does; until
  // then the parent of each of its spans is noted.
  private static final int TRIAL = 64;

  private final String name;
  private final boolean own;
  private final boolean framework;

  // Not volatile, as a lost update only makes the trial longer. Nobody writes when it is over.
  private int trial = TRIAL;
  private volatile boolean writesAboutModels;
  // What proved a span to be about a model, if it does so whatever else the span carries.
  private volatile @Nullable AttributeKey<?> proof;

  KnownScope(String name) {
    this.name = name;
    this.own = Normalizer.isOwn(name);
    this.framework = FrameworkScopes.contains(name);
  }

  /** Whether it is ours. */
  boolean isOwn() {
    return own;
  }

  /** Whether it is a framework's that accounts for its own turns. */
  boolean isFramework() {
    return framework;
  }

  /** Whether the span that starts now may be about a model, as far as the spans before it tell. */
  boolean mayWriteAboutModels() {
    int left = trial;
    if (writesAboutModels || left <= 0) {
      return writesAboutModels;
    }
    trial = left - 1;
    return true;
  }

  /** Whether a span of this scope is about a model. */
  boolean isLlmSpan(Attributes attributes) {
    AttributeKey<?> before = proof;
    // Most producers write the same name into each of their spans.
    if (before != null && attributes.get(before) != null) {
      return true;
    }
    AttributeKey<?> found = Normalizer.INDEX.marker(attributes, name);
    if (found == null) {
      return false;
    }
    if (!writesAboutModels) {
      writesAboutModels = true;
    }
    if (Normalizer.INDEX.isAlwaysMarker(found)) {
      proof = found;
    }
    return true;
  }
}
