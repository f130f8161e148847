/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.program.Program;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/**
 * The models of the program. They are put together by reflection: 1.x and 2.x have not one builder
 * in common.
 */
final class Models {

  /** Since 2.0 a model is built from its options, which name the provider. */
  static final boolean FROM_OPTIONS =
      has("org.springframework.ai.openai.OpenAiChatModel$Builder", "openAiClient");

  /**
   * Whether this is 1.0, in which what a tool throws ends the turn; since then the model is told.
   */
  static final boolean FIRST = has("org.springframework.ai.ollama.api.OllamaOptions", "builder");

  private static final String OPENAI = "org.springframework.ai.openai.";

  private Models() {}

  /** The model that answers by the script; its name ends with the scenario's. */
  static String name(String script, String scenario) {
    return "sim-" + script + "-s" + scenario;
  }

  /** Fails at once. */
  static ChatModel openAi(String name) {
    return openAi(name, Program.provider(), 0, Map.of(), Observations.REGISTRY);
  }

  static ChatModel openAi(
      String name, String url, int retries, Map<String, ?> more, ObservationRegistry observations) {
    try {
      Object options = OptionsBuilder.options(name, more, url, retries);
      Object model = Class.forName(OPENAI + "OpenAiChatModel").getMethod("builder").invoke(null);
      if (FROM_OPTIONS) {
        set(model, "options", options);
      } else {
        set(model, "defaultOptions", options);
        set(model, "openAiApi", OptionsBuilder.api(url));
        set(model, "retryTemplate", OptionsBuilder.retries(retries));
      }
      set(model, "observationRegistry", observations);
      return (ChatModel) get(model, "build");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The chat client of a model. */
  static ChatClient client(ChatModel model) {
    return ChatClient.create(model, Observations.REGISTRY);
  }

  /** Lets a model call two tools in a turn and no more; null before 2.0. */
  static @Nullable Advisor limit() {
    String advisors = "org.springframework.ai.chat.client.advisor.ToolCallingAdvisor";
    String managers = "org.springframework.ai.model.tool.DefaultToolCallingManager";
    if (!has(managers + "$Builder", "maxTotalToolCalls")) {
      return null;
    }
    try {
      Object manager = Class.forName(managers).getMethod("builder").invoke(null);
      manager.getClass().getMethod("maxTotalToolCalls", int.class).invoke(manager, 2);
      Object advisor = Class.forName(advisors).getMethod("builder").invoke(null);
      set(advisor, "toolCallingManager", get(manager, "build"));
      return (Advisor) get(advisor, "build");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A model that makes vectors. */
  static EmbeddingModel embeddings(String name) {
    try {
      return OptionsBuilder.embeddings(name);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the weather. */
  static ToolCallback weather() {
    return FunctionToolCallback.<Map<String, Object>, String>builder("weather", city -> "sunny")
        .description("Tells the weather")
        .inputType(Map.class)
        .build();
  }

  /** Tells another thing. */
  static ToolCallback population() {
    return FunctionToolCallback.<Map<String, Object>, String>builder("population", city -> "many")
        .description("Tells how many live there")
        .inputType(Map.class)
        .build();
  }

  /** Only what the application uses. */
  static String describe(ChatResponse response) {
    StringBuilder text = new StringBuilder();
    text.append(response.getMetadata().getId())
        .append(' ')
        .append(response.getMetadata().getModel());
    List<Generation> results = response.getResults();
    for (Generation generation : results) {
      text.append(' ').append(generation.getOutput().getText());
      text.append(' ').append(generation.getOutput().getToolCalls());
      text.append(' ').append(generation.getMetadata().getFinishReason());
    }
    text.append(' ').append(response.getMetadata().getUsage().getPromptTokens());
    return text.append('+')
        .append(response.getMetadata().getUsage().getCompletionTokens())
        .toString();
  }

  /** The name of a scenario whose tool throws. */
  static String throwing(String scenario) {
    return FIRST ? scenario + "Out" : scenario;
  }

  static boolean has(String type, String method) {
    try {
      for (Method each : Class.forName(type).getMethods()) {
        if (each.getName().equals(method)) {
          return true;
        }
      }
      return false;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static void set(Object target, String method, Object value) throws ReflectiveOperationException {
    for (Method each : target.getClass().getMethods()) {
      if (each.getName().equals(method)
          && each.getParameterCount() == 1
          && accepts(each.getParameterTypes()[0], value)) {
        invoke(each, target, value);
        return;
      }
    }
    throw new NoSuchMethodException(target.getClass() + "." + method);
  }

  static Object get(Object target, String method) throws ReflectiveOperationException {
    return invoke(target.getClass().getMethod(method), target);
  }

  private static boolean accepts(Class<?> type, Object value) {
    return type.isInstance(value) || (type == boolean.class && value instanceof Boolean);
  }

  private static Object invoke(Method method, Object target, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
