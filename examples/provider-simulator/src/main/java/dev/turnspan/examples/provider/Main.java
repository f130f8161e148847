/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.io.IOException;

/** Runs the simulator until the process is ended. */
public final class Main {

  private static final int DEFAULT_PORT = 8089;

  private Main() {}

  /** Takes the port as the only, optional argument. */
  public static void main(String[] args) {
    try {
      ProviderSimulator simulator = ProviderSimulator.start(port(args));
      System.out.println("Provider simulator listens on " + simulator.baseUrl());
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("Provider simulator cannot start: " + e.getMessage());
      System.err.println("usage: java -jar turnspan-provider-simulator.jar [port]");
      System.exit(2);
    }
  }

  private static int port(String[] args) {
    if (args.length == 0) {
      return DEFAULT_PORT;
    }
    if (args.length > 1 || !args[0].matches("\\d{1,5}")) {
      throw new IllegalArgumentException("expected one port number");
    }
    return Integer.parseInt(args[0]);
  }
}
