/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Without an engine, as where Turnspan could not start. */
final class ToolRunnerTurnsTest {

  @Test
  void observedSteps_passEverythingOn() {
    List<String> source = new ArrayList<>(List.of("one", "two"));
    Iterator<String> steps = new ObservedSteps<>(source.iterator(), null, Long.MAX_VALUE);

    assertThat(steps.hasNext()).isTrue();
    assertThat(steps.next()).isEqualTo("one");
    steps.remove();
    assertThat(source).containsExactly("two");
    assertThat(steps.next()).isEqualTo("two");
    assertThat(steps.hasNext()).isFalse();
    assertThatThrownBy(steps::next).isInstanceOf(NoSuchElementException.class);
  }
}
