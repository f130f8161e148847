/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where our hooks are off, others tell of model calls: in our names, too. */
final class ProducersIT {

  static List<String> producers() {
    return RealSpans.producers();
  }

  @ParameterizedTest
  @MethodSource("producers")
  void spansOfALibrary_areExportedAsExpected(String producer) throws IOException {
    try (InputStream in =
        requireNonNull(getClass().getResourceAsStream("expected/" + producer + ".txt"), producer)) {
      assertThat(RealSpans.of(producer)).isEqualTo(new String(in.readAllBytes(), UTF_8));
    }
  }
}
