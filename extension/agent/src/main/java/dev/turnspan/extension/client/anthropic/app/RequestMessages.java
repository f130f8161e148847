/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import dev.turnspan.bridge.ToolResult;
import dev.turnspan.extension.app.OptionalMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a request tell: results of tools, and how it all began. The types of
 * messages and of their parts have changed more than once; their accessors have kept their names,
 * but for one.
 */
final class RequestMessages {

  private final OptionalMethod role;
  private final List<OptionalMethod> parts;
  private final OptionalMethod id;
  private final OptionalMethod error;
  private final OptionalMethod text;

  /**
   * Finds the accessors.
   *
   * @param message the class of a message
   * @param part the class of a part of it
   */
  RequestMessages(Class<?> message, Class<?> part) {
    this.role = OptionalMethod.of(message, "role");
    this.parts =
        List.of(
            OptionalMethod.of(message, "content", "contentBlockParams"),
            OptionalMethod.of(message, "content", "blockParams"),
            OptionalMethod.of(message, "content", "betaContentBlockParams"));
    this.id = OptionalMethod.of(part, "toolResult", "toolUseId");
    this.error = OptionalMethod.of(part, "toolResult", "isError");
    this.text = OptionalMethod.of(part, "toolResult", "content", "string");
  }

  /** What follows the last answer: results from further back the model has seen before. */
  List<ToolResult> results(@Nullable List<?> messages) {
    List<ToolResult> results = new ArrayList<>(0);
    List<?> all = messages == null ? List.of() : messages;
    for (int i = all.size() - 1; i >= 0; i--) {
      Object message = all.get(i);
      if ("assistant".equals(String.valueOf(role.call(message)))) {
        break;
      }
      for (Object part : partsOf(message)) {
        if (id.call(part) instanceof String known) {
          long length = text.call(part) instanceof String result ? result.length() : -1;
          results.add(new ToolResult(known, length, error.truth(part)));
        }
      }
    }
    return results;
  }

  /** What the conversation began with, in the library's own words. */
  @Nullable String first(Object system, @Nullable List<?> messages) {
    StringBuilder said = new StringBuilder(String.valueOf(system));
    for (Object message : messages == null ? List.of() : messages) {
      said.append(message);
      if ("user".equals(String.valueOf(role.call(message)))) {
        return said.toString();
      }
    }
    return null;
  }

  private List<?> partsOf(Object message) {
    for (OptionalMethod accessor : parts) {
      if (accessor.call(message) instanceof List<?> found) {
        return found;
      }
    }
    return List.of();
  }
}
