/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import dev.turnspan.it.program.Program;
import io.agentscope.core.message.Msg;
import io.agentscope.core.message.TextBlock;
import io.agentscope.core.model.ChatModelBase;
import io.agentscope.core.model.ChatResponse;
import io.agentscope.core.model.ChatUsage;
import io.agentscope.core.model.GenerateOptions;
import io.agentscope.core.model.ToolSchema;
import io.agentscope.core.tracing.TracerRegistry;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A model of the application's own: AgentScope tells of each of its calls, and OpenAI's library,
 * for which the agent has a module, is called inside it.
 */
final class OverOpenAi extends ChatModelBase {

  private final OpenAIClient client =
      OpenAIOkHttpClient.builder().apiKey(Program.key()).baseUrl(Program.provider()).build();
  private final String name;
  private final boolean inContext;

  /**
   * Answers by a script.
   *
   * @param inContext whether the library finds AgentScope's span when it is called; otherwise it
   *     finds the one around that
   */
  OverOpenAi(String name, boolean inContext) {
    this.name = name;
    this.inContext = inContext;
  }

  @Override
  public String getModelName() {
    return name;
  }

  @Override
  protected Flux<ChatResponse> doStream(
      List<Msg> messages, List<ToolSchema> tools, GenerateOptions options) {
    ChatCompletionCreateParams.Builder request = ChatCompletionCreateParams.builder().model(name);
    messages.forEach(message -> request.addUserMessage(message.getTextContent()));
    Supplier<ChatResponse> call = () -> answer(client.chat().completions().create(request.build()));
    return inContext
        ? Flux.deferContextual(
            context -> Flux.just(TracerRegistry.get().runWithContext(context, call)))
        : Mono.fromSupplier(call).flux();
  }

  private static ChatResponse answer(ChatCompletion completion) {
    CompletionUsage usage = completion.usage().orElseThrow();
    return ChatResponse.builder()
        .id(completion.id())
        .content(
            List.of(
                TextBlock.builder()
                    .text(completion.choices().get(0).message().content().orElseThrow())
                    .build()))
        .usage(
            ChatUsage.builder()
                .inputTokens((int) usage.promptTokens())
                .outputTokens((int) usage.completionTokens())
                .build())
        .finishReason("stop")
        .build();
  }
}
