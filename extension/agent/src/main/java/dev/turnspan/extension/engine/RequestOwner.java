/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** What the requests of one call belong to: a step, or nothing but perhaps a turn. */
interface RequestOwner {

  /** Guards the call and its requests. */
  Object monitor();

  Recorder recorder();

  AnchoredClock clock();

  /** When the call began. */
  long startNanos();

  /** The parent of the request's span. */
  Context context();

  /** The caller's context, with what the library's own work must find in it. */
  Context within(Context caller);

  /** Writes to which turn and step a request belongs. */
  void writeIdentity(Span request);

  /** Writes the conversation, if it is known. */
  void writeConversation(Span request);

  /** The request or its answer names the conversation. */
  void conversation(@Nullable String id, String source);

  /** The conversation, if it is known. */
  @Nullable String conversationId();

  void firstToken(ProviderRequest request, long now);

  void requestEnded(ProviderRequest request, Outcome outcome, long endNanos);

  /** The last request is over, and with it the call. */
  void callEnded(Outcome how);
}
