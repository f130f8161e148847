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

  static void addTo(Map<String, Scenario> scenarios) throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = Class.forName(OPTIONS);
    } catch (ClassNotFoundException e) {
      return;
    }
    Client patient = Clients.client(options(type, Program.provider()));
    Client lost = Clients.client(options(type, Program.nobody()));
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

  private static HttpOptions options(Class<?> type, String baseUrl)
      throws ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    Class<?> builderType = Class.forName(OPTIONS + "$Builder");
    builderType.getMethod("attempts", Integer.class).invoke(builder, 3);
    builderType.getMethod("initialDelay", Double.class).invoke(builder, 0.001);
    builderType.getMethod("maxDelay", Double.class).invoke(builder, 0.001);
    Object retries = builderType.getMethod("build").invoke(builder);
    HttpOptions.Builder options = Clients.options(baseUrl);
    HttpOptions.Builder.class.getMethod("retryOptions", type).invoke(options, retries);
    return options.build();
  }
}
