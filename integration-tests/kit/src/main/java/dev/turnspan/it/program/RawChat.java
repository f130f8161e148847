/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.program;

/** Requests as somebody writes them who uses no library but an HTTP client. */
public final class RawChat {

  private RawChat() {}

  /** The model that answers by the script; its name ends with the scenario's. */
  public static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  /** The body of a request for an answer in one piece. */
  public static String plain(String script, String scenario) {
    return body(model(script, scenario), "");
  }

  /** The body of a request for a stream, with usage. */
  public static String stream(String script, String scenario) {
    return body(
        model(script, scenario), ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
  }

  /** The same without usage. */
  public static String streamWithoutUsage(String script, String scenario) {
    return body(model(script, scenario), ",\"stream\":true");
  }

  private static String body(String model, String more) {
    return "{\"model\":\""
        + model
        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]"
        + more
        + "}";
  }
}
