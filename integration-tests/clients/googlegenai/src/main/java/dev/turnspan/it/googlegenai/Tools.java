/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.googlegenai;

import static dev.turnspan.it.googlegenai.Clients.model;
import static dev.turnspan.it.googlegenai.Clients.question;

import com.google.genai.types.AutomaticFunctionCallingConfig;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import com.google.genai.types.Tool;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tools that the application runs by hand, and functions that the library runs. */
public final class Tools {

  private Tools() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolTurn", seen -> loop(seen, model("tool", "toolTurn")));
    scenarios.put("parallelTools", seen -> loop(seen, model("tools2", "parallelTools")));
    addAutomatic(scenarios, "function", "tool", "weather");
    addAutomatic(scenarios, "twoFunctions", "tools2", "weather", "population");
    addAutomatic(scenarios, "functionRounds", "toolrounds2", "weather");
    addAutomatic(scenarios, "functionThrows", "tool", "broken");
    addAutomatic(scenarios, "functionNotNeeded", "n3", "weather");
    addAutomatic(scenarios, "functionFails", "status401", "weather");
    scenarios.put(
        "functionAsync",
        seen -> askAsync(seen, model("tool", "functionAsync"), functions("weather")));
    scenarios.put(
        "functionLimited", seen -> ask(seen, model("toolrounds3", "functionLimited"), limited()));
    scenarios.put(
        "functionLimitedAsync",
        seen -> askAsync(seen, model("toolrounds3", "functionLimitedAsync"), limited()));
    scenarios.put(
        "functionUnderServerSpan",
        seen ->
            ServerRequest.handle(
                seen, inside -> ask(inside, model("tool", "functionUnderServerSpan"), "weather")));
    scenarios.put(
        "underServerSpan",
        seen ->
            ServerRequest.handle(
                seen,
                inside -> {
                  WholeAnswers.ask(inside, Clients.gemini(), model("n3", "underServerSpan"));
                  Streams.read(inside, Clients.gemini(), model("n2", "underServerSpan"), null);
                }));
  }

  private static void addAutomatic(
      Map<String, Scenario> scenarios, String name, String script, String... functions) {
    scenarios.put(name, seen -> ask(seen, model(script, name), functions));
  }

  private static void ask(Observation seen, String model, String... functions)
      throws NoSuchMethodException {
    ask(seen, model, functions(functions));
  }

  private static void ask(Observation seen, String model, GenerateContentConfig config) {
    seen.call(
        "answer",
        () -> Answers.of(Clients.gemini().models.generateContent(model, question(), config)));
  }

  private static void askAsync(Observation seen, String model, GenerateContentConfig config)
      throws InterruptedException {
    WholeAnswers.note(
        seen, Clients.gemini().async.models.generateContent(model, question(), config));
  }

  private static GenerateContentConfig functions(String... names) throws NoSuchMethodException {
    List<Method> methods = new ArrayList<>();
    for (String name : names) {
      methods.add(Tools.class.getMethod(name));
    }
    return GenerateContentConfig.builder()
        .tools(List.of(Tool.builder().functions(methods).build()))
        .build();
  }

  /** Two requests at most. */
  private static GenerateContentConfig limited() throws NoSuchMethodException {
    return functions("weather").toBuilder()
        .automaticFunctionCalling(
            AutomaticFunctionCallingConfig.builder().maximumRemoteCalls(2).build())
        .build();
  }

  /** A function that the library runs. */
  public static String weather() {
    return "sun";
  }

  /** Another one. */
  public static Integer population() {
    return 7;
  }

  /** One that fails. */
  public static String broken() {
    if (weather().equals("sun")) {
      throw new IllegalStateException("the function's own failure");
    }
    return "rain";
  }

  private static void loop(Observation seen, String model) {
    GenerateContentResponse answer =
        Clients.gemini().models.generateContent(model, question(), Clients.TOOLS);
    seen.value("answer", Answers.of(answer));
    List<Content> contents = new ArrayList<>(question());
    List<Part> results = new ArrayList<>();
    Content asked = answer.candidates().orElseThrow().get(0).content().orElseThrow();
    for (Part part : asked.parts().orElseThrow()) {
      FunctionCall call = part.functionCall().orElseThrow();
      seen.value("tool", call.id());
      results.add(
          Part.fromJson(
              "{\"functionResponse\":{\"name\":\""
                  + call.name().orElseThrow()
                  + "\",\"response\":{\"result\":\"sun\"}}}"));
    }
    contents.add(asked);
    contents.add(Content.builder().role("user").parts(results).build());
    seen.value(
        "answer",
        Answers.of(Clients.gemini().models.generateContent(model, contents, Clients.TOOLS)));
  }
}
