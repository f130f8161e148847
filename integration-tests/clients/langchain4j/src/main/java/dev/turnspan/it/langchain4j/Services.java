/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.blocking;
import static dev.turnspan.it.langchain4j.Models.name;

import dev.langchain4j.service.AiServices;
import dev.turnspan.it.langchain4j.Assistants.Plain;
import dev.turnspan.it.langchain4j.Assistants.Remembering;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** AI services that answer in one piece. */
final class Services {

  private Services() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("service", seen -> plain(seen, "n3", "service"));
    scenarios.put("serviceFails", seen -> plain(seen, "status401", "serviceFails"));
    scenarios.put("serviceRetried", Services::retried);
    scenarios.put(
        "serviceTool", seen -> withTool(seen, "tool", new Assistants.Weather(), "serviceTool"));
    scenarios.put(
        "serviceTwoTools",
        seen -> withTool(seen, "tools2", new Assistants.Weather(), "serviceTwoTools"));
    scenarios.put(
        "serviceToolRounds",
        seen -> withTool(seen, "toolrounds2", new Assistants.Weather(), "serviceToolRounds"));
    scenarios.put(
        "serviceToolThrows",
        seen -> withTool(seen, "tool", new Assistants.Broken(), "serviceToolThrows"));
    scenarios.put("serviceTooManyRounds", Services::tooManyRounds);
    scenarios.put("serviceInService", Services::nested);
    scenarios.put("serviceOfObject", Services::objectMethods);
    if (Models.has(AiServices.class, "executeToolsConcurrently")) {
      scenarios.put("serviceToolElsewhere", Services::toolElsewhere);
      scenarios.put("serviceDefaultMethod", Services::defaultMethod);
    }
  }

  private static void plain(Observation seen, String script, String scenario) {
    Plain assistant = AiServices.create(Plain.class, blocking(name(script, scenario)).build());
    seen.call("answer", () -> assistant.chat("hi"));
    seen.value("after the call", "goes on");
  }

  private static void retried(Observation seen) {
    Plain assistant =
        AiServices.create(
            Plain.class, blocking(name("fail500x1", "serviceRetried")).maxRetries(1).build());
    seen.call("answer", () -> assistant.chat("hi"));
  }

  private static void withTool(Observation seen, String script, Object tool, String scenario) {
    Remembering assistant =
        Assistants.remembering(Remembering.class)
            .chatModel(blocking(name(script, scenario)).build())
            .tools(tool)
            .build();
    seen.call("answer", () -> assistant.chat("c-" + scenario, "hi"));
    seen.value("after the call", "goes on");
  }

  private static void tooManyRounds(Observation seen) {
    Remembering assistant =
        Assistants.remembering(Remembering.class)
            .chatModel(blocking(name("toolrounds3", "serviceTooManyRounds")).build())
            .tools(new Assistants.Weather())
            .maxSequentialToolsInvocations(2)
            .build();
    seen.call("answer", () -> assistant.chat("c-serviceTooManyRounds", "hi"));
  }

  /** The tool of one assistant is another one. */
  private static void nested(Observation seen) {
    Plain other = AiServices.create(Plain.class, blocking(name("n2", "serviceInService")).build());
    withTool(seen, "tool", new Assistants.Delegating(other), "serviceInService");
  }

  /** What is not a question leaves no trace. */
  private static void objectMethods(Observation seen) {
    Plain assistant =
        AiServices.create(Plain.class, blocking(name("n3", "serviceOfObject")).build());
    seen.value("in a list", List.of(assistant).contains(assistant));
    seen.value("in words", !assistant.toString().isEmpty());
    seen.call("answer", () -> assistant.chat("hi"));
  }

  private static void toolElsewhere(Observation seen) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      AiServices<Remembering> builder =
          Assistants.remembering(Remembering.class)
              .chatModel(blocking(name("tools2", "serviceToolElsewhere")).build())
              .tools(new Assistants.Weather());
      AiServices.class
          .getMethod("executeToolsConcurrently", Executor.class)
          .invoke(builder, executor);
      Remembering assistant = builder.build();
      seen.call("answer", () -> assistant.chat("c-serviceToolElsewhere", "hi"));
    } finally {
      executor.shutdown();
    }
  }

  private static void defaultMethod(Observation seen) {
    Remembering assistant =
        Assistants.remembering(Remembering.class)
            .chatModel(blocking(name("n3", "serviceDefaultMethod")).build())
            .build();
    seen.call("answer", () -> assistant.greet("c-serviceDefaultMethod"));
  }
}
