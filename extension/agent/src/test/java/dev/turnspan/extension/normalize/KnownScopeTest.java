/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownScopeTest {

  private static final Attributes CHAT = Attributes.builder().put("gen_ai.system", "x").build();
  private static final Attributes HTTP = Attributes.builder().put("http.route", "/").build();

  private final KnownScope scope = new KnownScope("io.example");

  private long asked(int spans) {
    return IntStream.range(0, spans).filter(i -> scope.mayWriteAboutModels()).count();
  }

  @Test
  void scopeWithoutModels_isAskedForItsFirstSpansOnly() {
    assertThat(asked(1000)).isEqualTo(64);
  }

  @Test
  void scopeThatWritesAboutAModel_isAskedAgain() {
    assertThat(asked(1000)).isEqualTo(64);
    assertThat(scope.isLlmSpan(CHAT)).isTrue();
    assertThat(asked(1000)).isEqualTo(1000);
  }

  @Test
  void everySpan_isJudgedByItsOwnAttributes() {
    assertThat(scope.isLlmSpan(CHAT)).isTrue();
    assertThat(scope.isLlmSpan(HTTP)).isFalse();
    assertThat(scope.isLlmSpan(Attributes.empty())).isFalse();
    assertThat(scope.isLlmSpan(Attributes.builder().put("openinference.span.kind", "LLM").build()))
        .isTrue();
    assertThat(scope.isLlmSpan(CHAT)).isTrue();
  }

  @Test
  void nameThatProvesInOneScopeOnly_provesNothingInAnother() {
    Attributes typed = Attributes.builder().put("span.type", "llm_request").build();
    assertThat(new KnownScope("com.anthropic.claude_code").isLlmSpan(typed)).isTrue();
    assertThat(scope.isLlmSpan(typed)).isFalse();
  }

  @Test
  void ownAndFrameworkScopes_areKnownByTheirNames() {
    assertThat(new KnownScope("dev.turnspan").isOwn()).isTrue();
    assertThat(scope.isOwn()).isFalse();
    assertThat(new KnownScope("gcp.vertex.agent").isFramework()).isTrue();
    assertThat(scope.isFramework()).isFalse();
  }
}
