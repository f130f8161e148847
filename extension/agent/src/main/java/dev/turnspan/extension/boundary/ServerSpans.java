/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boundary;

import dev.turnspan.extension.engine.LocalRoots;
import dev.turnspan.extension.normalize.ForeignSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the server or consumer span by which the process was entered, and tells when it ends. As a
 * span processor it only listens.
 */
public final class ServerSpans implements SpanProcessor, LocalRoots {

  private volatile Consumer<Span> ended = span -> {};
  private volatile Runnable shutdown = () -> {};
  private volatile boolean registered;

  /** This processor, as it is being added to a tracer provider. */
  public SpanProcessor register() {
    registered = true;
    return this;
  }

  /** Who is told of the end of server and consumer spans. */
  public void onEnded(Consumer<Span> listener) {
    ended = listener;
  }

  /** Who is told that the process comes to its end. */
  public void onShutdown(Runnable listener) {
    shutdown = listener;
  }

  @Override
  public @Nullable LocalRoot find(Context context) {
    Span root = LocalRootSpan.fromContextOrNull(context);
    if (root == null || !registered) {
      // Without the processor nobody would tell when the turn is over.
      return null;
    }
    if (!(root instanceof ReadableSpan readable)) {
      return root.getSpanContext().isValid() ? new LocalRoot(root, -1) : null;
    }
    boolean entry = isEntry(readable.getKind()) && !readable.hasEnded();
    return entry ? new LocalRoot(root, readable.toSpanData().getStartEpochNanos()) : null;
  }

  @Override
  public void enclosesCall(Span span) {
    ForeignSpans.markEnclosing(span);
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (isEntry(span.getKind()) && span instanceof Span apiSpan) {
      ended.accept(apiSpan);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  /** This processor is asked first, so that what ends now is still exported. */
  @Override
  public CompletableResultCode shutdown() {
    shutdown.run();
    return CompletableResultCode.ofSuccess();
  }

  private static boolean isEntry(SpanKind kind) {
    return kind == SpanKind.SERVER || kind == SpanKind.CONSUMER;
  }
}
