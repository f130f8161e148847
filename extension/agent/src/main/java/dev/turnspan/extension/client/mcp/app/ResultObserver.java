/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.mcp.app;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Passes the result of a tool on and ends its run before. What the SDK does is in the context of
 * the run, what the application does in the application's.
 */
final class ResultObserver implements CoreSubscriber<CallToolResult>, Subscription {

  private final CoreSubscriber<? super CallToolResult> application;
  private final ToolRun run;

  /** Set before anything can be asked of it. */
  private @Nullable Subscription subscription;

  ResultObserver(CoreSubscriber<? super CallToolResult> application, ToolRun run) {
    this.application = application;
    this.run = run;
  }

  @Override
  public Context currentContext() {
    return application.currentContext();
  }

  @Override
  public void onSubscribe(Subscription source) {
    subscription = source;
    Scope scope = run.callerContext();
    try {
      application.onSubscribe(this);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onNext(CallToolResult result) {
    ended(result);
    Scope scope = run.callerContext();
    try {
      application.onNext(result);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onError(Throwable failure) {
    run.fail(failure);
    Scope scope = run.callerContext();
    try {
      application.onError(failure);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    // After a result this does nothing.
    run.end(-1, false);
    Scope scope = run.callerContext();
    try {
      application.onComplete();
    } finally {
      scope.close();
    }
  }

  @Override
  public void request(long count) {
    Subscription source = subscription;
    if (source == null) {
      return;
    }
    Scope scope = run.enter();
    try {
      source.request(count);
    } finally {
      scope.close();
    }
  }

  @Override
  public void cancel() {
    // Nobody will hear what the tool says: to the model it has failed.
    run.fail(new CancellationException());
    Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
  }

  private void ended(CallToolResult result) {
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
