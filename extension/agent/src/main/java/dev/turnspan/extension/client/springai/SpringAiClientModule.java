/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks the chat client. The landmark came with 1.0: the models refuse the rest. */
public final class SpringAiClientModule extends LlmModule {

  /** Called by the agent. */
  public SpringAiClientModule() {
    super(
        "spring-ai",
        "Spring AI's chat client",
        "org.springframework.ai.chat.client.ChatClientRequest");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new ChatClientHook(), new MemoryAdvisorHook());
  }

  @Override
  protected List<String> hookedMethods() {
    return List.of(
        ChatClientHook.CALL_SPEC + "#" + ChatClientHook.CALL,
        ChatClientHook.STREAM_SPEC + "#" + ChatClientHook.STREAM,
        MemoryAdvisorHook.ADVISOR + "#" + MemoryAdvisorHook.CONVERSATION);
  }
}
