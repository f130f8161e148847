/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.beta.messages.MessageCreateParams;
import com.anthropic.services.blocking.beta.MessageService;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The tool runner, by its name: the oldest supported version has none. */
final class ToolRunners {

  private ToolRunners() {}

  static void addTo(Map<String, Scenario> scenarios) {
    if (!exists("com.anthropic.helpers.BetaToolRunner")) {
      return;
    }
    scenarios.put("toolRunner", seen -> run(seen, "tool", "toolRunner", Weather.class));
    scenarios.put("toolRunnerPair", seen -> run(seen, "tools2", "toolRunnerPair", Weather.class));
    scenarios.put("toolRunnerBroken", seen -> run(seen, "tool", "toolRunnerBroken", Broken.class));
    scenarios.put(
        "toolRunnerFails", seen -> run(seen, "status400", "toolRunnerFails", Weather.class));
    scenarios.put(
        "toolRunnerStreaming",
        seen ->
            stream(seen, () -> runner(model("tool-gap5", "toolRunnerStreaming"), Weather.class)));
    scenarios.put(
        "toolRunnerLimited", seen -> take(seen, () -> limited(model("tool", "toolRunnerLimited"))));
    scenarios.put(
        "toolRunnerLimitedStreaming",
        seen -> stream(seen, () -> limited(model("tool-gap5", "toolRunnerLimitedStreaming"))));
  }

  static boolean exists(String type) {
    try {
      Class.forName(type, false, MessageService.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void run(Observation seen, String script, String scenario, Class<?> tool) {
    take(seen, () -> runner(model(script, scenario), tool));
  }

  private static void take(Observation seen, Callable<Iterable<?>> runner) {
    seen.call(
        "runner",
        () -> {
          for (Object message : runner.call()) {
            seen.value("message", message);
          }
          return "done";
        });
  }

  private static void stream(Observation seen, Callable<Iterable<?>> startedRunner) {
    seen.call(
        "runner",
        () -> {
          Iterable<?> runner = startedRunner.call();
          Iterable<?> streams =
              (Iterable<?>) runner.getClass().getMethod("streaming").invoke(runner);
          Iterator<?> iterator = streams.iterator();
          while (iterator.hasNext()) {
            try (StreamResponse<?> stream = (StreamResponse<?>) iterator.next()) {
              stream.stream().forEach(event -> seen.value("event", event));
            }
            seen.value("stream", "read");
          }
          return "done";
        });
  }

  static Iterable<?> runner(String model, Class<?> tool) throws ReflectiveOperationException {
    return runner(MessageCreateParams.class, params(model, tool));
  }

  /** One that takes one step at most: to newer versions it is the provider that remembers tools. */
  private static Iterable<?> limited(String model) throws ReflectiveOperationException {
    Class<?> type = Class.forName("com.anthropic.models.beta.messages.ToolRunnerCreateParams");
    Object builder = type.getMethod("builder").invoke(null);
    builder
        .getClass()
        .getMethod("initialMessageParams", MessageCreateParams.class)
        .invoke(builder, params(model, Weather.class));
    builder.getClass().getMethod("maxIterations", long.class).invoke(builder, 1L);
    return runner(type, builder.getClass().getMethod("build").invoke(builder));
  }

  private static Iterable<?> runner(Class<?> type, Object params)
      throws ReflectiveOperationException {
    MessageService service = Clients.STRICT.beta().messages();
    return (Iterable<?>) MessageService.class.getMethod("toolRunner", type).invoke(service, params);
  }

  private static MessageCreateParams params(String model, Class<?> tool)
      throws ReflectiveOperationException {
    MessageCreateParams.Builder builder = BetaMessages.params(model).toBuilder();
    MessageCreateParams.Builder.class.getMethod("addTool", Class.class).invoke(builder, tool);
    return builder.build();
  }

  /** A tool that answers. */
  @JsonTypeName("weather")
  @JsonClassDescription("Tells the weather")
  public static final class Weather implements Supplier<String> {

    /** Read from the model's input. */
    @JsonPropertyDescription("The city")
    public String city = "";

    @Override
    public String get() {
      return "sunny in " + city;
    }
  }

  /** A tool that fails. */
  @JsonTypeName("temperature")
  @JsonClassDescription("Tells the temperature")
  public static final class Broken implements Supplier<String> {

    /** Read from the model's input. */
    @JsonPropertyDescription("The city")
    public String city = "";

    @Override
    public String get() {
      return String.valueOf(Integer.parseInt("cold"));
    }
  }
}
