/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import dev.langchain4j.model.chat.ChatModel;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import io.quarkiverse.langchain4j.ModelName;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the services. */
@QuarkusMain
public class ServiceScenarios implements QuarkusApplication {

  @Inject Services.Blocking blocking;
  @Inject Services.ToolTurn toolTurn;
  @Inject Services.Streaming streaming;
  @Inject Services.ToolStream toolStream;
  @Inject Services.Unauthorized unauthorized;
  @Inject Services.UnauthorizedStream unauthorizedStream;
  @Inject Services.Cut cut;
  @Inject Services.UnderServerSpan underServerSpan;

  @Inject
  @ModelName("model")
  ChatModel model;

  /** The program ends the process, which Quarkus only allows beside its own thread. */
  @Override
  public int run(String... args) {
    Thread program = new Thread(this::run, "program");
    program.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    program.start();
    Quarkus.waitForExit();
    return 0;
  }

  private void run() {
    try {
      Program.run(scenarios());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("blocking", seen -> seen.call("answer", () -> blocking.chat("hi")));
    scenarios.put("toolTurn", seen -> seen.call("answer", () -> toolTurn.chat("c-1", "hi")));
    scenarios.put("streaming", seen -> read(seen, streaming.chat("c-2", "hi")));
    scenarios.put("toolStream", seen -> read(seen, toolStream.chat("c-3", "hi")));
    scenarios.put(
        "unauthorized", seen -> seen.call("answer", () -> unauthorized.chat("c-4", "hi")));
    scenarios.put("unauthorizedStream", seen -> read(seen, unauthorizedStream.chat("hi")));
    scenarios.put("cut", seen -> read(seen, cut.chat("hi")));
    scenarios.put("model", seen -> seen.call("answer", () -> model.chat("hi")));
    scenarios.put("underServerSpan", seen -> ServerRequest.handle(seen, this::twice));
    return scenarios;
  }

  private void twice(Observation seen) {
    seen.call("first", () -> underServerSpan.chat("hi"));
    seen.call("second", () -> underServerSpan.chat("hi"));
  }

  private static void read(Observation seen, Multi<String> stream) {
    seen.call(
        "parts",
        () ->
            stream
                .onItem()
                .invoke(part -> seen.value("part", part))
                .collect()
                .asList()
                .await()
                .indefinitely());
  }
}
