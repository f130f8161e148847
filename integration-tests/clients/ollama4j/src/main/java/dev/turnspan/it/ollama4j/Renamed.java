/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.chat.OllamaChatResult;
import io.github.ollama4j.tools.ToolFunction;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** After 1.1.0. */
final class Renamed implements Client {

  private static final String PACKAGE = "io.github.ollama4j.";

  private final Object ollama;

  Renamed(Class<?> type, String server) throws Exception {
    ollama = type.getConstructor(String.class).newInstance(server);
    Reflection.run(ollama, "setRequestTimeoutSeconds", 30L);
  }

  @Override
  public OllamaChatResult chat(
      OllamaChatRequest request, @Nullable Consumer<OllamaChatResponseModel> handler)
      throws Exception {
    Reflection.run(request, "setUseTools", true);
    return (OllamaChatResult)
        Reflection.call(
            ollama, "chat", request, adapted("models.chat.OllamaChatTokenHandler", handler));
  }

  @Override
  public void tool(String name, ToolFunction function) throws Exception {
    Class<?> parameters = Class.forName(PACKAGE + "tools.Tools$Parameters");
    Object spec = Reflection.callStatic(PACKAGE + "tools.Tools$ToolSpec", "builder");
    Reflection.call(spec, "name", name);
    Reflection.call(spec, "description", "a tool");
    Reflection.call(
        spec, "parameters", Reflection.callStatic(parameters.getName(), "of", new HashMap<>()));
    Object tool = Reflection.callStatic(PACKAGE + "tools.Tools$Tool", "builder");
    Reflection.call(tool, "toolSpec", Reflection.call(spec, "build"));
    Reflection.call(tool, "toolFunction", function);
    Reflection.run(ollama, "registerTool", Reflection.call(tool, "build"));
  }

  @Override
  public String generate(String model, String prompt, @Nullable Consumer<String> handler)
      throws Exception {
    Object request =
        Reflection.callStatic(PACKAGE + "models.generate.OllamaGenerateRequest", "builder");
    Reflection.call(request, "withModel", model);
    Reflection.call(request, "withPrompt", prompt);
    Reflection.call(request, "withThink", thoughtless());
    Object observer =
        handler == null
            ? null
            : Class.forName(PACKAGE + "models.generate.OllamaGenerateStreamObserver")
                .getConstructors()[0]
                .newInstance(null, adapted("models.generate.OllamaGenerateTokenHandler", handler));
    Object result = Reflection.call(ollama, "generate", request, observer);
    return (String) Reflection.call(result, "getResponse");
  }

  @Override
  public Thread generateAsync(String model, String prompt) throws Exception {
    return (Thread) Reflection.call(ollama, "generateAsync", model, prompt, false, thoughtless());
  }

  @Override
  public Object embed(String model, List<String> texts) throws Exception {
    return Reflection.call(
        ollama,
        "embed",
        Class.forName(PACKAGE + "models.embed.OllamaEmbedRequest")
            .getConstructor(String.class, List.class)
            .newInstance(model, new ArrayList<>(texts)));
  }

  private static Object thoughtless() throws ReflectiveOperationException {
    return Class.forName(PACKAGE + "models.request.ThinkMode").getField("DISABLED").get(null);
  }

  /** Handlers are consumers with a name of their own. */
  private static <T> @Nullable Object adapted(String type, @Nullable Consumer<T> handler)
      throws ClassNotFoundException {
    Class<?> wanted = Class.forName(PACKAGE + type);
    return handler == null
        ? null
        : Proxy.newProxyInstance(
            wanted.getClassLoader(),
            new Class<?>[] {wanted},
            (proxy, method, arguments) -> {
              @SuppressWarnings("unchecked")
              T argument = (T) arguments[0];
              handler.accept(argument);
              return null;
            });
  }
}
