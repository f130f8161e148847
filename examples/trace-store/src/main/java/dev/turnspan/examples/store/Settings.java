/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Where to listen and what to write to. An empty database name is an in-memory database.
 *
 * @param port 0 lets the system choose a free one
 * @param database file name, or empty
 */
record Settings(int port, String database) {

  static final String USAGE =
      """
      Usage: java -jar turnspan-trace-store.jar [--port n] [--db file]
        --port n    port on 127.0.0.1, default 4318 (environment: TRACE_STORE_PORT)
        --db file   DuckDB file, default in memory (environment: TRACE_STORE_DB)""";

  private static final String DEFAULT_PORT = "4318";

  /** The command line wins over the environment. */
  static Settings parse(List<String> args, Map<String, String> environment) {
    String port = environment.getOrDefault("TRACE_STORE_PORT", DEFAULT_PORT);
    String database = environment.getOrDefault("TRACE_STORE_DB", "");
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = value(option, rest);
        case "--db" -> database = value(option, rest);
        default -> throw new IllegalArgumentException("Unknown option: " + option);
      }
    }
    return new Settings(port(port), database);
  }

  String describe() {
    return database.isEmpty() ? "in memory" : "database " + database;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Reported below, as is a number out of range.
    }
    throw new IllegalArgumentException("Bad port: " + text + " (accepted: 0 to 65535)");
  }
}
