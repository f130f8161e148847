/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The MCP clients of the program, and what it notes of their results. */
final class Clients {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Clients() {}

  static McpSyncClient connected(McpClientTransport transport) {
    McpSyncClient client = McpClient.sync(transport).requestTimeout(PATIENCE).build();
    client.initialize();
    return client;
  }

  static McpAsyncClient connectedAsync(McpClientTransport transport) {
    McpAsyncClient client = McpClient.async(transport).requestTimeout(PATIENCE).build();
    client.initialize().block();
    return client;
  }

  /** Streamable HTTP, in versions that have it. */
  static McpClientTransport transport(ToolServer server) throws Exception {
    Class<?> type = streamable();
    if (type == null) {
      return eventStream(server);
    }
    Object builder = type.getMethod("builder", String.class).invoke(null, server.url());
    return (McpClientTransport) builder.getClass().getMethod("build").invoke(builder);
  }

  /** Both came with the same version. */
  static boolean connectByThemselves() {
    return streamable() != null;
  }

  private static @Nullable Class<?> streamable() {
    try {
      return Class.forName(
          "io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport");
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** Answers come by a stream of their own. */
  static McpClientTransport eventStream(ToolServer server) throws ReflectiveOperationException {
    try {
      return HttpClientSseClientTransport.class
          .getConstructor(String.class)
          .newInstance(server.url());
    } catch (NoSuchMethodException e) {
      return HttpClientSseClientTransport.builder(server.url()).build();
    }
  }

  static CallToolRequest request(String tool) {
    return new CallToolRequest(tool, Map.of("city", "Rome"));
  }

  /** Without an accessor, of which a doctored version may lack one. */
  static String describe(CallToolResult result) {
    return result.toString();
  }

  static String text(CallToolResult result) {
    return result.content().stream()
        .map(part -> ((TextContent) part).text())
        .collect(Collectors.joining());
  }
}
