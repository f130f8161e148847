/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Fields of JSON that may be missing or of another type than expected. */
final class Fields {

  private Fields() {}

  /** The node at the end of a path; null where there is none. */
  static @Nullable JsonNode at(@Nullable JsonNode node, String... path) {
    JsonNode found = node;
    for (int i = 0; i < path.length && found != null; i++) {
      found = found.isObject() ? found.asObject().get(path[i]) : null;
    }
    return found == null || found.isNull() ? null : found;
  }

  static @Nullable String text(@Nullable JsonNode node, String... path) {
    JsonNode found = at(node, path);
    return found != null && found.isString() ? found.asString() : null;
  }

  static long number(@Nullable JsonNode node, String... path) {
    JsonNode found = at(node, path);
    try {
      return found != null && found.isNumber() ? Long.parseLong(found.asNumber()) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static boolean truth(@Nullable JsonNode node, String... path) {
    JsonNode found = at(node, path);
    return found != null && found.isBoolean() && found.asBoolean();
  }

  /** The elements of an array; none of anything else. */
  static List<JsonNode> elements(@Nullable JsonNode array) {
    return array != null && array.isArray() ? array.asArray() : List.of();
  }
}
