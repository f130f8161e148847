/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.mcp.app;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.extension.app.WatchedSubscriber;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A call of a tool, made anew for each subscriber. It is subscribed to in the context of its run,
 * so that the request to the server goes out in it, whatever the transport.
 */
final class ObservedToolCall extends Mono<CallToolResult> {

  private final String name;
  private final Mono<CallToolResult> call;

  ObservedToolCall(String name, Mono<CallToolResult> call) {
    this.name = name;
    this.call = call;
  }

  @Override
  public void subscribe(CoreSubscriber<? super CallToolResult> application) {
    ToolRun run = Bridge.engine().startTool(name, null);
    if (run == NoopEngine.TOOL_RUN) {
      call.subscribe(application);
      return;
    }
    Scope scope = run.enter();
    try {
      call.subscribe(new WatchedSubscriber<>(application, new RunWatch(run)));
    } finally {
      scope.close();
    }
  }
}
