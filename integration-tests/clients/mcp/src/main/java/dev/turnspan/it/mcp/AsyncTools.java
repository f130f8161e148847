/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import static dev.turnspan.it.mcp.Clients.describe;
import static dev.turnspan.it.mcp.Clients.request;

import dev.turnspan.it.mcp.Models.ToolLoop;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The client that promises. */
final class AsyncTools {

  private AsyncTools() {}

  /** Uses a client that is connected. */
  @FunctionalInterface
  private interface AsyncLoop {
    void run(Observation seen, McpAsyncClient client, List<String> names) throws Exception;
  }

  static void addTo(Map<String, Scenario> scenarios, ToolServer server) {
    scenarios.put("async", seen -> run(seen, server, "tool", "async", AsyncTools::subscribe));
    scenarios.put(
        "asyncRefused",
        seen -> run(seen, server, "tool", "asyncRefused", "missing", AsyncTools::subscribe));
    scenarios.put(
        "asyncElsewhere",
        seen -> run(seen, server, "tool", "asyncElsewhere", AsyncTools::subscribeElsewhere));
    scenarios.put(
        "asyncParallel",
        seen -> run(seen, server, "tools2", "asyncParallel", AsyncTools::inParallel));
    scenarios.put("asyncTwice", seen -> run(seen, server, "tool", "asyncTwice", AsyncTools::twice));
    scenarios.put(
        "asyncNotSubscribed",
        seen -> run(seen, server, "tool", "asyncNotSubscribed", AsyncTools::notSubscribed));
    scenarios.put(
        "asyncCancelled",
        seen -> run(seen, server, "tool", "asyncCancelled", "silent", AsyncTools::cancelled));
  }

  private static void run(
      Observation seen, ToolServer server, String script, String scenario, AsyncLoop loop)
      throws Exception {
    run(seen, server, script, scenario, "weather", loop);
  }

  private static void run(
      Observation seen,
      ToolServer server,
      String script,
      String scenario,
      String tool,
      AsyncLoop loop)
      throws Exception {
    McpAsyncClient client = Clients.connectedAsync(Clients.transport(server));
    ToolLoop withClient = (inside, names) -> loop.run(inside, client, names);
    Models.turn(seen, script, scenario, tool, withClient);
    client.close();
  }

  private static void subscribe(Observation seen, McpAsyncClient client, List<String> names)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    client
        .callTool(request(names.get(0)))
        .subscribe(
            result -> seen.value("tool", describe(result)),
            failure -> {
              seen.failure("tool", failure);
              done.countDown();
            },
            () -> {
              seen.value("tool", "complete");
              done.countDown();
            });
    seen.await("tool", done);
  }

  private static void subscribeElsewhere(
      Observation seen, McpAsyncClient client, List<String> names) {
    Mono<CallToolResult> call = client.callTool(request(names.get(0)));
    seen.value(
        "tool",
        call.subscribeOn(Schedulers.boundedElastic())
            .map(
                result -> {
                  String text = describe(result);
                  seen.value("mapped", text);
                  return text;
                })
            .block());
  }

  private static void inParallel(Observation seen, McpAsyncClient client, List<String> names) {
    seen.value(
        "tools",
        Flux.fromIterable(names)
            .flatMap(name -> client.callTool(request(name)))
            .map(Clients::describe)
            .collectList()
            .block());
  }

  /** What is subscribed to twice is called twice. */
  private static void twice(Observation seen, McpAsyncClient client, List<String> names) {
    Mono<CallToolResult> call = client.callTool(request(names.get(0)));
    seen.value("tool", call.map(Clients::describe).block());
    seen.value("tool again", call.map(Clients::describe).block());
  }

  private static void notSubscribed(Observation seen, McpAsyncClient client, List<String> names) {
    seen.value("tool", client.callTool(request(names.get(0))) != null);
  }

  private static void cancelled(Observation seen, McpAsyncClient client, List<String> names) {
    Disposable call =
        client
            .callTool(request(names.get(0)))
            .subscribe(
                result -> seen.value("tool", describe(result)),
                failure -> seen.failure("tool", failure));
    call.dispose();
    seen.value("disposed", call.isDisposed());
  }
}
