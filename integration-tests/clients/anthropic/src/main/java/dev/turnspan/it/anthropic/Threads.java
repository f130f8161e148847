/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.anthropic;

import static dev.turnspan.it.anthropic.Clients.model;

import com.anthropic.core.RequestOptions;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.services.blocking.MessageService;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.lang.reflect.Method;
import java.util.Map;

/** Conversations, as far as a version knows them. */
final class Threads {

  private static final String TELEMETRY =
      "com.anthropic.core.opentelemetry.OpenTelemetryRequestOptions";
  private static final String THREAD_PARAMS =
      "com.anthropic.models.beta.messages.ThreadCreateParams";

  private Threads() {}

  static void addTo(Map<String, Scenario> scenarios) {
    if (ToolRunners.exists(TELEMETRY)) {
      scenarios.put("conversation", Threads::conversation);
    }
    if (ToolRunners.exists(THREAD_PARAMS)) {
      scenarios.put("thread", Threads::thread);
    }
  }

  /** The application names its conversation for the library's own spans. */
  private static void conversation(Observation seen) throws Exception {
    Class<?> type = Class.forName(TELEMETRY);
    Object telemetry = type.getMethod("builder").invoke(null);
    Method named = telemetry.getClass().getMethod("conversationId", String.class);
    named.invoke(telemetry, "conversation-1");
    RequestOptions.Builder options = RequestOptions.builder();
    options
        .getClass()
        .getMethod("openTelemetry", type)
        .invoke(options, telemetry.getClass().getMethod("build").invoke(telemetry));
    MessageCreateParams params = Clients.chat(model("n3", "conversation")).build();
    MessageService service = Clients.STRICT.messages();
    seen.call("answer", () -> service.create(params, options.build()));
  }

  /** Two messages of a thread that the library keeps. */
  private static void thread(Observation seen) throws Exception {
    Class<?> type = Class.forName(THREAD_PARAMS);
    Object builder = type.getMethod("builder").invoke(null);
    Class<?> builderType = builder.getClass();
    builderType.getMethod("model", String.class).invoke(builder, model("n3", "thread"));
    builderType.getMethod("maxTokens", long.class).invoke(builder, Clients.MAX_TOKENS);
    com.anthropic.services.blocking.beta.MessageService service = Clients.STRICT.beta().messages();
    Object thread =
        com.anthropic.services.blocking.beta.MessageService.class
            .getMethod("thread", type)
            .invoke(service, builderType.getMethod("build").invoke(builder));
    Method send = thread.getClass().getMethod("send", String.class);
    seen.call("first", () -> send.invoke(thread, "hi"));
    seen.call("second", () -> send.invoke(thread, "and now?"));
  }
}
