/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * The methods that both clients have under the same names. Those that take bytes in place of
 * options are called by these, and say nothing of what is in the bytes.
 */
final class Methods {

  private Methods() {}

  /** Methods with an answer in one piece. */
  static ElementMatcher.Junction<MethodDescription> whole() {
    return typed(
        "getChatCompletions",
        "getChatCompletionsWithResponse",
        "getEmbeddings",
        "getEmbeddingsWithResponse");
  }

  /** Methods with a streamed answer. */
  static ElementMatcher.Junction<MethodDescription> streaming() {
    return typed("getChatCompletionsStream", "getChatCompletionsStreamWithResponse");
  }

  private static ElementMatcher.Junction<MethodDescription> typed(String... names) {
    return isPublic()
        .and(namedOneOf(names))
        .and(
            takesArgument(
                1,
                namedOneOf(
                    "com.azure.ai.openai.models.ChatCompletionsOptions",
                    "com.azure.ai.openai.models.EmbeddingsOptions")));
  }
}
