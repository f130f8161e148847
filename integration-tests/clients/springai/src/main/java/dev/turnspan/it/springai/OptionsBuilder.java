/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import dev.turnspan.it.program.Program;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.embedding.EmbeddingModel;

/** What the models are built from. */
final class OptionsBuilder {

  private static final String OPENAI = "org.springframework.ai.openai.";

  private OptionsBuilder() {}

  static Object options(String name, Map<String, ?> more, String url, int retries)
      throws ReflectiveOperationException {
    Object options = Class.forName(OPENAI + "OpenAiChatOptions").getMethod("builder").invoke(null);
    Models.set(options, "model", name);
    for (Map.Entry<String, ?> option : more.entrySet()) {
      if (Models.has(options.getClass().getName(), option.getKey())) {
        Models.set(options, option.getKey(), option.getValue());
      }
    }
    if (Models.FROM_OPTIONS) {
      Models.set(options, "baseUrl", url);
      Models.set(options, "apiKey", Program.key());
      Models.set(options, "maxRetries", retries);
    }
    return Models.get(options, "build");
  }

  static Object api(String url) throws ReflectiveOperationException {
    Object api = Class.forName(OPENAI + "api.OpenAiApi").getMethod("builder").invoke(null);
    // This version adds the path itself.
    Models.set(api, "baseUrl", url.replaceFirst("/v1$", ""));
    Models.set(api, "apiKey", Program.key());
    return Models.get(api, "build");
  }

  static Object retries(int count) throws ReflectiveOperationException {
    Object template =
        Class.forName("org.springframework.retry.support.RetryTemplate")
            .getMethod("builder")
            .invoke(null);
    template.getClass().getMethod("maxAttempts", int.class).invoke(template, count + 1);
    template.getClass().getMethod("fixedBackoff", long.class).invoke(template, 5L);
    return Models.get(template, "build");
  }

  static EmbeddingModel embeddings(String name) throws ReflectiveOperationException {
    Class<?> model = Class.forName(OPENAI + "OpenAiEmbeddingModel");
    Class<?> type = Class.forName(OPENAI + "OpenAiEmbeddingOptions");
    Object options = type.getMethod("builder").invoke(null);
    Models.set(options, "model", name);
    if (!Models.FROM_OPTIONS) {
      Class<?> retries = Class.forName("org.springframework.retry.support.RetryTemplate");
      return (EmbeddingModel)
          model
              .getConstructor(
                  Class.forName(OPENAI + "api.OpenAiApi"),
                  MetadataMode.class,
                  type,
                  retries,
                  ObservationRegistry.class)
              .newInstance(
                  api(Program.provider()),
                  MetadataMode.EMBED,
                  Models.get(options, "build"),
                  retries(0),
                  Observations.REGISTRY);
    }
    Models.set(options, "baseUrl", Program.provider());
    Models.set(options, "apiKey", Program.key());
    return (EmbeddingModel)
        model
            .getConstructor(type, ObservationRegistry.class)
            .newInstance(Models.get(options, "build"), Observations.REGISTRY);
  }
}
