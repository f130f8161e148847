/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import static dev.turnspan.it.googlegenai.Clients.model;

import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.Map;

/**
 * Newer versions try again if they are told to; the oldest, which this is compiled with, do not.
 */
final class Retries {

  private static final String OPTIONS = "com.google.genai.types.HttpRetryOptions";

  private Retries() {}

  static void addTo(Map<String, Scenario> scenarios) {
    if (!Clients.has("types.HttpRetryOptions")) {
      return;
    }
    Client patient = Clients.client(options(Program.provider(), 3));
    Client lost = Clients.client(options(Program.nobody(), 3));
    scenarios.put(
        "retried", seen -> WholeAnswers.ask(seen, patient, model("fail500x1", "retried")));
    scenarios.put(
        "retriedAsync",
        seen -> WholeAnswers.askLater(seen, patient, model("fail500x1-ttft300", "retriedAsync")));
    scenarios.put(
        "retriedInVain",
        seen -> WholeAnswers.ask(seen, patient, model("status502", "retriedInVain")));
    scenarios.put(
        "retriedWhereNobodyListens",
        seen -> WholeAnswers.ask(seen, lost, model("n3", "retriedWhereNobodyListens")));
  }

  /** Some versions try again unless they are told not to. */
  static HttpOptions options(String baseUrl, int attempts) {
    HttpOptions.Builder options = HttpOptions.builder().baseUrl(baseUrl);
    if (Clients.has("types.HttpRetryOptions")) {
      try {
        retry(options, attempts);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return options.build();
  }

  private static void retry(HttpOptions.Builder options, int attempts)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(OPTIONS);
    Object builder = type.getMethod("builder").invoke(null);
    Class<?> builderType = Class.forName(OPTIONS + "$Builder");
    builderType.getMethod("attempts", Integer.class).invoke(builder, attempts);
    builderType.getMethod("initialDelay", Double.class).invoke(builder, 0.001);
    builderType.getMethod("maxDelay", Double.class).invoke(builder, 0.001);
    Object retries = builderType.getMethod("build").invoke(builder);
    HttpOptions.Builder.class.getMethod("retryOptions", type).invoke(options, retries);
  }
}
