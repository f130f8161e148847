/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokensTest {

  /** Input, output, cache read, cache write, reasoning. */
  private static List<Object> reported(Tokens tokens) {
    List<Object> figures = new ArrayList<>();
    Call call =
        (Call)
            Proxy.newProxyInstance(
                TokensTest.class.getClassLoader(),
                new Class<?>[] {Call.class},
                (proxy, method, arguments) -> {
                  figures.addAll(Arrays.asList(arguments));
                  return null;
                });
    tokens.report(call);
    return figures;
  }

  @Test
  void cachedTokens_areAddedToTheInput() {
    assertThat(reported(new Tokens().input(10, 6, 1).output(5, 2)))
        .containsExactly(17L, 5L, 6L, 1L, 2L);
  }

  @Test
  void nothingReported_isNotZero() {
    assertThat(reported(new Tokens().input(-1, -1, -1).output(-1, -1)))
        .containsExactly(-1L, -1L, -1L, -1L, -1L);
  }

  @Test
  void withoutCacheCounts_inputIsTheInput() {
    assertThat(reported(new Tokens().input(10, -1, -1).output(3, -1)))
        .containsExactly(10L, 3L, -1L, -1L, -1L);
  }

  @Test
  void laterEvent_replacesOnlyWhatItReports() {
    assertThat(reported(new Tokens().input(10, 6, 1).input(-1, 7, -1).output(5, -1)))
        .containsExactly(18L, 5L, 7L, 1L, -1L);
  }
}
