/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.mcp.app;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import dev.turnspan.extension.app.StreamWatch;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;

/**
 * Ends the run of a tool before its result is passed on. What the SDK does is in the context of the
 * run, what the application does in the application's.
 */
final class RunWatch implements StreamWatch<CallToolResult> {

  private final ToolRun run;

  RunWatch(ToolRun run) {
    this.run = run;
  }

  @Override
  public Scope upstream() {
    return run.enter();
  }

  @Override
  public Scope downstream() {
    return run.callerContext();
  }

  @Override
  public void next(CallToolResult result) {
    long length = -1;
    boolean error = false;
    try {
      error = Boolean.TRUE.equals(result.isError());
      length = textLength(result.content());
    } catch (Throwable t) {
      // What cannot be read is missing on the span; the result is the application's.
    }
    run.end(length, error);
  }

  @Override
  public void completed() {
    // After a result this does nothing.
    run.end(-1, false);
  }

  @Override
  public void failed(Throwable error) {
    run.fail(error);
  }

  @Override
  public void cancel(Subscription subscription) {
    // Nobody will hear what the tool says: to the model it has failed.
    run.fail(new CancellationException());
    subscription.cancel();
  }

  private static long textLength(@Nullable List<Content> content) {
    if (content == null) {
      return -1;
    }
    long length = 0;
    for (Content part : content) {
      if (part instanceof TextContent text && text.text() != null) {
        length += text.text().length();
      }
    }
    return length;
  }
}
