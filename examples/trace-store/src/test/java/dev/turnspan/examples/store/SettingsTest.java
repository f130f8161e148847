/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

  @Test
  void nothingGiven_isTheDefaultPortInMemory() {
    assertThat(Settings.parse(List.of(), Map.of())).isEqualTo(new Settings(4318, ""));
  }

  @Test
  void commandLine_winsOverEnvironment() {
    Map<String, String> environment = Map.of("TRACE_STORE_PORT", "1", "TRACE_STORE_DB", "e.db");
    assertThat(Settings.parse(List.of(), environment)).isEqualTo(new Settings(1, "e.db"));
    assertThat(Settings.parse(List.of("--port", "2", "--db", "a.db"), environment))
        .isEqualTo(new Settings(2, "a.db"));
  }

  @Test
  void badOptions_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.parse(List.of("--help"), Map.of()))
        .withMessageContaining("--help");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.parse(List.of("--db"), Map.of()))
        .withMessageContaining("needs a value");
    for (String port : List.of("x", "-1", "65536")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Settings.parse(List.of("--port", port), Map.of()))
          .withMessageContaining(port);
    }
  }

  @Test
  void databaseFile_survivesARestart(@TempDir Path folder) throws SQLException {
    String file = folder.resolve("it's here.db").toString();
    var row = new AggregateQuery(List.of(Dimension.MODEL), 0, Long.MAX_VALUE);
    try (SpanStore store = SpanStore.open(file)) {
      store.addSpans(TestRows.of(SpanSample.request(1, 0, 10).with("model", "m")));
    }
    try (SpanStore store = SpanStore.open(file)) {
      store.addSpans(TestRows.of(SpanSample.request(1, 0, 10).with("model", "m")));
      assertThat(store.read(row).at("/rows/0/count").asInt()).isEqualTo(1);
    }
  }
}
