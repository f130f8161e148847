/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Scenario;
import dev.turnspan.it.program.ServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every shape with chat completions, the loop and the pool with every way of calling. */
final class Table {

  private Table() {}

  static void addTo(Map<String, Scenario> scenarios) {
    shapes()
        .forEach(
            (name, shape) -> {
              String script = name.equals("Single") ? "n3" : "tools2";
              add(scenarios, "chat" + name, OpenAiDialog::blocking, script, shape);
            });
    ways()
        .forEach(
            (name, way) -> {
              add(scenarios, name + "Loop", way, "toolrounds2", ThreadShapes::loop);
              add(scenarios, name + "PooledTools", way, "tools2", ThreadShapes::pooledTools);
            });
  }

  private static Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("Single", ThreadShapes::single);
    shapes.put("Loop", ThreadShapes::loop);
    shapes.put("PooledTools", ThreadShapes::pooledTools);
    shapes.put("PooledLoop", ThreadShapes::pooledLoop);
    shapes.put("NewThreads", ThreadShapes::newThreads);
    shapes.put("Stages", ThreadShapes::stages);
    if (ThreadShapes.PoolOfVirtualThreads.exist()) {
      shapes.put("VirtualThreads", ThreadShapes::virtualThreads);
    }
    shapes.put("Reactor", ReactiveShapes::reactor);
    shapes.put("RxJava", ReactiveShapes::rxJava);
    shapes.put("Coroutines", ReactiveShapes::coroutines);
    shapes.put("SpringAsync", SpringShapes::async);
    return shapes;
  }

  private static Map<String, Dialog.Way> ways() {
    Map<String, Dialog.Way> ways = new LinkedHashMap<>();
    ways.put("chatStream", OpenAiDialog::streaming);
    ways.put("chatAsync", OpenAiDialog::async);
    ways.put("responses", ResponsesDialog::new);
    ways.put("anthropic", AnthropicDialog::blocking);
    ways.put("anthropicStream", AnthropicDialog::streaming);
    ways.put("gemini", GeminiDialog::new);
    ways.put("bedrock", BedrockDialog::new);
    ways.put("model", LangChain4jDialog::new);
    ways.put("rawHttp", RawHttpDialog::new);
    return ways;
  }

  /** Once with nothing around it, and once while a server handles a request. */
  private static void add(
      Map<String, Scenario> scenarios, String name, Dialog.Way way, String script, Shape shape) {
    scenarios.put(name, seen -> shape.run(seen, way.open(model(script, name))));
    String served = name + "Served";
    scenarios.put(
        served,
        seen ->
            ServerRequest.handle(
                seen, inside -> shape.run(inside, way.open(model(script, served)))));
  }

  /** The model that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }
}
