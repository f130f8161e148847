/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AddedAttributesTest {

  private static final Attributes ORIGINAL =
      Attributes.builder().put("gen_ai.usage.input_tokens", "7").put("my.own", true).build();

  private static final Attributes ALL = ORIGINAL.toBuilder().put("usage.inputTokens", 7).build();

  private static AddedAttributes added(Attributes original) {
    Candidates facts =
        new Candidates(Normalizer.INDEX, new SpanSubject("io.example", "chat", original, 0, 0));
    return new AddedAttributes(original, Normalizer.INDEX, facts);
  }

  @Test
  void whatIsFound_isReadLikeWhatWasThere() {
    AddedAttributes attributes = added(ORIGINAL);
    assertThat(attributes.get(AttributeKey.longKey("usage.inputTokens"))).isEqualTo(7);
    assertThat(attributes.get(AttributeKey.booleanKey("my.own"))).isTrue();
    assertThat(attributes.get(AttributeKey.stringKey("usage.inputTokens"))).isNull();
    assertThat(attributes.size()).isEqualTo(3);
    assertThat(attributes.isEmpty()).isFalse();
    assertThat(attributes.isOriginal()).isFalse();
    List<String> names = new ArrayList<>();
    attributes.forEach((key, value) -> names.add(key.getKey() + '=' + value));
    assertThat(names)
        .containsExactly("gen_ai.usage.input_tokens=7", "my.own=true", "usage.inputTokens=7");
  }

  @Test
  void copies_haveAll() {
    AddedAttributes attributes = added(ORIGINAL);
    assertThat(attributes.toBuilder().build()).isEqualTo(ALL);
    assertThat(attributes.asMap()).isEqualTo(ALL.asMap());
    assertThat(attributes).isEqualTo(ALL).isEqualTo(added(ORIGINAL));
    assertThat(attributes).hasSameHashCodeAs(added(ORIGINAL)).isNotEqualTo(ORIGINAL);
  }

  @Test
  void nothingFound_isTheOriginal() {
    AddedAttributes attributes = added(Attributes.empty());
    assertThat(attributes.isOriginal()).isTrue();
    assertThat(attributes.isEmpty()).isTrue();
  }
}
