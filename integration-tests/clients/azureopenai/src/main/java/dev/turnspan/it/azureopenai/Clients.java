/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.azureopenai;

import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatChoice;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsFunctionToolDefinition;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatCompletionsToolCall;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.ai.openai.models.ChatResponseMessage;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.BinaryData;
import dev.turnspan.it.program.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clients of the program, its requests, and what it notes of the answers. */
final class Clients {

  private static final String TOOL =
      "{'type':'function','function':{'name':'%s','parameters':"
          + "{'type':'object','properties':{'%s':{'type':'string'}}}}}";

  /** Fails at once. */
  static final OpenAIClientBuilder STRICT = client(Program.provider(), 0);

  /** Tries again twice. */
  static final OpenAIClientBuilder PATIENT = client(Program.provider(), 2);

  /** Finds nobody; always at the same port, because the agent's own spans show it. */
  static final OpenAIClientBuilder LOST = client("http://127.0.0.1:65533", 0);

  private Clients() {}

  private static OpenAIClientBuilder client(String baseUrl, int retries) {
    RetryOptions options = new RetryOptions(new FixedDelayOptions(retries, Duration.ofMillis(1)));
    // A pipeline of its own, because with a key the library insists on https.
    return new OpenAIClientBuilder()
        .endpoint(baseUrl.replaceAll("/v1$", ""))
        .pipeline(new HttpPipelineBuilder().policies(new RetryPolicy(options)).build());
  }

  /** The deployment that answers by the script; its name ends with the scenario's. */
  static String model(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  static ChatCompletionsOptions chat() {
    List<com.azure.ai.openai.models.ChatRequestMessage> messages = new ArrayList<>();
    messages.add(new ChatRequestUserMessage("hi"));
    return new ChatCompletionsOptions(messages);
  }

  static ChatCompletionsOptions chatWithTools() {
    return chat().setTools(List.of(tool("weather", "city"), tool("population", "country")));
  }

  private static ChatCompletionsFunctionToolDefinition tool(String name, String parameter) {
    // The constructors are not the same in all versions; on the wire tools are.
    return BinaryData.fromString(TOOL.formatted(name, parameter).replace('\'', '"'))
        .toObject(ChatCompletionsFunctionToolDefinition.class);
  }

  /** The types of the library do not describe themselves. */
  static String describe(ChatCompletions answer) {
    StringBuilder text = new StringBuilder(String.valueOf(answer.getId()));
    List<ChatChoice> choices = answer.getChoices();
    for (ChatChoice choice : choices == null ? List.<ChatChoice>of() : choices) {
      text.append(' ').append(choice.getFinishReason());
      describe(choice.getMessage() == null ? choice.getDelta() : choice.getMessage(), text);
    }
    if (answer.getUsage() != null) {
      text.append(' ').append(answer.getUsage().getTotalTokens());
    }
    return text.toString();
  }

  private static void describe(@Nullable ChatResponseMessage message, StringBuilder text) {
    if (message == null) {
      return;
    }
    text.append(' ').append(message.getContent());
    List<ChatCompletionsToolCall> calls = message.getToolCalls();
    for (ChatCompletionsToolCall call :
        calls == null ? List.<ChatCompletionsToolCall>of() : calls) {
      text.append(' ').append(call.getId());
    }
  }
}
