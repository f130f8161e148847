/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.semconv.Aliases;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MarkersTest {

  private static final String SCOPE = "io.example";

  private final Markers markers = new Markers(Aliases.all());

  static Stream<Attributes> markerOfEachType() {
    String name = "gen_ai.system";
    return Stream.of(
        Attributes.of(AttributeKey.stringKey(name), "x"),
        Attributes.of(AttributeKey.booleanKey(name), true),
        Attributes.of(AttributeKey.longKey(name), 1L),
        Attributes.of(AttributeKey.doubleKey(name), 1.0),
        Attributes.of(AttributeKey.stringArrayKey(name), List.of("x")),
        Attributes.of(AttributeKey.booleanArrayKey(name), List.of(true)),
        Attributes.of(AttributeKey.longArrayKey(name), List.of(1L)),
        Attributes.of(AttributeKey.doubleArrayKey(name), List.of(1.0)));
  }

  @ParameterizedTest
  @MethodSource("markerOfEachType")
  void markerOfAnyType_isFoundAmongOthers(Attributes marker) {
    Attributes attributes = marker.toBuilder().put("http.route", "/").put("z.last", 1).build();
    assertThat(markers.find(attributes, SCOPE))
        .isEqualTo(marker.asMap().keySet().iterator().next());
  }

  @Test
  void otherNames_areNoMarkers() {
    assertThat(markers.find(Attributes.empty(), SCOPE)).isNull();
    assertThat(markers.find(Attributes.builder().put("http.route", "/").build(), SCOPE)).isNull();
    assertThat(markers.find(Attributes.builder().put("gen_ai.systems", "x").build(), SCOPE))
        .isNull();
  }
}
