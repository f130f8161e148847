/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.ToolResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;

/**
 * What a request asks for.
 *
 * @param name OpenTelemetry's operation name
 * @param model as the request names it: an id, the id of an inference profile, or an ARN
 * @param results of tools that it brings
 */
record Operation(
    String name, @Nullable String model, boolean stream, Supplier<List<ToolResult>> results) {

  /** The operation of a request; null for one that is no model call. */
  static @Nullable Operation of(Object request) {
    if (request instanceof ConverseRequest converse) {
      return new Operation(
          "chat",
          converse.modelId(),
          /* stream= */ false,
          () -> BroughtResults.in(converse.messages()));
    }
    if (request instanceof ConverseStreamRequest converse) {
      return new Operation(
          "chat",
          converse.modelId(),
          /* stream= */ true,
          () -> BroughtResults.in(converse.messages()));
    }
    if (request instanceof InvokeModelRequest invoke) {
      return new Operation(
          named(invoke.modelId()),
          invoke.modelId(),
          /* stream= */ false,
          () -> BroughtResults.in(invoke.body()));
    }
    if (request instanceof InvokeModelWithResponseStreamRequest invoke) {
      return new Operation(
          named(invoke.modelId()),
          invoke.modelId(),
          /* stream= */ true,
          () -> BroughtResults.in(invoke.body()));
    }
    return null;
  }

  CallStart start() {
    return new CallStart(
        name,
        "aws.bedrock",
        model,
        stream,
        null,
        null,
        name.equals("chat") ? results.get() : List.of(),
        null);
  }

  boolean isEmbeddings() {
    return name.equals("embeddings");
  }

  /** The body of the request would tell for sure, but it may be long. */
  private static String named(@Nullable String model) {
    String id = model == null ? "" : model.toLowerCase(Locale.ROOT);
    if (id.contains("embed")) {
      return "embeddings";
    }
    boolean prompt = id.contains("meta.llama") || id.contains("amazon.titan-text");
    return prompt ? "text_completion" : "chat";
  }
}
