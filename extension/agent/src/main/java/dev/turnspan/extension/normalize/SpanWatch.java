/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.semconv.SpanNames;
import dev.turnspan.semconv.SpanRoles;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * Sees every span start and end, and knows of the foreign ones about language models what is around
 * them. On the thread that ends a span no value is read and nothing is converted: what a span is
 * about is found when it is exported.
 */
final class SpanWatch {

  private final KnownScopes scopes = new KnownScopes();
  private final CallTree tree = new CallTree();
  private final Ancestry ancestry = new Ancestry();

  /** A span starts. Never throws. */
  void started(Context parent, ReadableSpan span) {
    try {
      KnownScope scope = scopes.of(span.getInstrumentationScopeInfo().getName());
      if (!scope.isOwn()) {
        ForeignSpans.markEnclosed(scope, parent, span);
        ancestry.started(scope, parent, span);
      }
    } catch (Throwable t) {
      Failures.note(t);
    }
  }

  /**
   * A span ended. Never throws.
   *
   * @return what is known of the spans around it, null if it is not to be normalized
   */
  @Nullable Surroundings ended(ReadableSpan span) {
    try {
      KnownScope scope = scopes.of(span.getInstrumentationScopeInfo().getName());
      if (scope.isOwn()) {
        endedOwn(span);
        return null;
      }
      // Once a span has ended its data shares the attributes; getAttributes() would copy them.
      if (!scope.isLlmSpan(span.toSpanData().getAttributes())) {
        tree.passOn(span.getSpanContext(), span.getParentSpanContext());
        return null;
      }
      EndedSpan node = tree.add(span.getSpanContext(), span.getParentSpanContext());
      return new Surroundings(ForeignSpans.account(scope, span), ancestry.ended(span), tree, node);
    } catch (Throwable t) {
      Failures.note(t);
      return null;
    }
  }

  private void endedOwn(ReadableSpan span) {
    EndedSpan.Facts facts =
        switch (span.getName()) {
          case SpanNames.PROVIDER_REQUEST -> call(span);
          case SpanNames.TOOL_CALL ->
              new EndedSpan.Facts(Normalizer.OWN_SCOPE, SpanRoles.TOOL_CALL, null, false, true);
          default -> null;
        };
    SpanContext context = span.getSpanContext();
    if (facts == null) {
      tree.passOn(context, span.getParentSpanContext());
    } else {
      tree.addOwn(facts, context, span.getParentSpanContext());
    }
  }

  private static EndedSpan.Facts call(ReadableSpan span) {
    Attributes attributes = span.toSpanData().getAttributes();
    String operation = attributes.get(TurnspanAttributes.OPERATION);
    String role = SpanRoles.PROVIDER_REQUEST;
    if (operation != null && operation.equals("embeddings")) {
      role = SpanRoles.EMBEDDING;
    } else if (operation != null && operation.equals(SpanRoles.RETRIEVAL)) {
      role = SpanRoles.RETRIEVAL;
    }
    String responseId = attributes.get(TurnspanAttributes.RESPONSE_ID);
    return new EndedSpan.Facts(Normalizer.OWN_SCOPE, role, responseId, true, true);
  }
}
