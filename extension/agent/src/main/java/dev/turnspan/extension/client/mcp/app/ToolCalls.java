/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.mcp.app;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the advice on the client calls. */
public final class ToolCalls {

  private ToolCalls() {}

  /** A call has been prepared: it is made when the application subscribes. */
  public static @Nullable Mono<CallToolResult> observed(
      @Nullable CallToolRequest request, @Nullable Mono<CallToolResult> result) {
    return request == null || request.name() == null || result == null
        ? result
        : new ObservedToolCall(request.name(), result);
  }
}
