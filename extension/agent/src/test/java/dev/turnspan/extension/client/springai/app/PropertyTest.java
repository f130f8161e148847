/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects of classes that are not known here. */
final class PropertyTest {

  private static final Property CACHED = new Property("details", "cached");

  @Test
  void chainOfAccessors_isFollowed() {
    assertThat(CACHED.number(new Usage(new Details(8)))).isEqualTo(8);
  }

  @Test
  void chainThatIsBroken_isAbsent() {
    assertThat(CACHED.number(new Usage(null))).isEqualTo(-1);
    assertThat(CACHED.number(new Details(8))).isEqualTo(-1);
    assertThat(CACHED.number(null)).isEqualTo(-1);
  }

  @Test
  void accessorThatThrows_isAbsent() {
    assertThat(new Property("fails").of(new Failing())).isNull();
  }

  @Test
  void classBehindAnInterface_isReadThroughIt() {
    assertThat(new Property("name").text(new Hidden())).isEqualTo("seen");
  }

  @Test
  void emptyTextAndOtherTypes_areNoText() {
    assertThat(new Property("toString").text(new Empty())).isNull();
    assertThat(new Property("cached").text(new Details(8))).isNull();
  }

  /** Part of a chain. */
  public record Details(int cached) {}

  /** Begin of a chain. */
  public record Usage(@Nullable Details details) {}

  /** Does not keep what it promises. */
  public static final class Failing {
    /** Throws. */
    public String fails() {
      throw new IllegalStateException("broken");
    }
  }

  /** Has nothing to say. */
  public static final class Empty {
    @Override
    public String toString() {
      return "";
    }
  }

  /** What is public of a class that is not. */
  public interface Named {
    /** Its name. */
    String name();
  }

  private static final class Hidden implements Named {
    @Override
    public String name() {
      return "seen";
    }
  }
}
