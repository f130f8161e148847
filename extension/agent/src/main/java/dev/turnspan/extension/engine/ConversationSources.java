/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/** What a context says of the conversation that it is in. */
public final class ConversationSources {

  private static final String BAGGAGE = "conversation.id";
  private static final ContextKey<String> HEADER = ContextKey.named("turnspan-conversation-header");

  private ConversationSources() {}

  /** A context in which a header of the incoming request names the conversation. */
  public static Context withHeader(Context context, String id) {
    return context.with(HEADER, id);
  }

  /** Names the conversation of a turn that begins in a context and does not know it yet. */
  static void tell(OpenTurn turn, Context context) {
    turn.conversation(Baggage.fromContext(context).getEntryValue(BAGGAGE), "baggage");
    turn.conversation(context.get(HEADER), "header");
  }
}
