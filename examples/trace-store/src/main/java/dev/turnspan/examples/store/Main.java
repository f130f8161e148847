/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Starts the trace store: {@code java -jar turnspan-trace-store.jar [--port n] [--db file]}. */
public final class Main {

  private Main() {}

  /** Runs until the process is stopped. */
  public static void main(String[] args) {
    try {
      start(Settings.parse(List.of(args), System.getenv()));
    } catch (IllegalArgumentException wrong) {
      fail(2, wrong.getMessage() + System.lineSeparator() + Settings.USAGE);
    } catch (SQLException | IOException failed) {
      fail(1, "The trace store cannot start: " + failed.getMessage());
    }
  }

  private static void start(Settings settings) throws SQLException, IOException {
    SpanStore store = SpanStore.open(settings.database());
    StoreServer server;
    try {
      server = StoreServer.start(settings.port(), store);
    } catch (IOException taken) {
      store.close();
      throw new IOException("port " + settings.port() + ": " + taken.getMessage(), taken);
    }
    // The run script reads the port from this line when it asked for port 0.
    System.out.println("Turnspan trace store: " + server.uri() + " (" + settings.describe() + ")");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  store.close();
                },
                "trace-store-stop"));
  }

  private static void fail(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
