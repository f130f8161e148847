/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills the parameters of a tool so that they fit its JSON schema. */
final class ToolArguments {

  private ToolArguments() {}

  /** Required parameters always get a value, the others only when the source has one. */
  static String fill(JsonNode schema, ArgumentSource source) {
    return Json.write(object(schema, source));
  }

  private static ObjectNode object(JsonNode schema, ArgumentSource source) {
    Set<String> required = new HashSet<>(strings(schema.path("required")));
    ObjectNode arguments = Json.object();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      Optional<JsonNode> value = value(property.getValue(), source);
      if (value.isPresent()) {
        arguments.set(property.getKey(), value.get());
      } else if (required.contains(property.getKey())) {
        CountingArguments fallback = new CountingArguments();
        value(property.getValue(), fallback).ifPresent(v -> arguments.set(property.getKey(), v));
      }
    }
    return arguments;
  }

  private static Optional<JsonNode> value(JsonNode schema, ArgumentSource source) {
    if (schema.path("enum").isArray()) {
      return source.oneOf(strings(schema.path("enum"))).map(TextNode::valueOf);
    }
    return switch (type(schema)) {
      case "integer" -> source.number().map(n -> LongNode.valueOf(n.longValue()));
      case "number" -> source.number().map(ToolArguments::number);
      case "boolean" -> source.flag().map(BooleanNode::valueOf);
      case "array" -> value(schema.path("items"), source).map(v -> Json.array().add(v));
      case "object" -> Optional.of(object(schema, source));
      default -> source.text().map(TextNode::valueOf);
    };
  }

  private static JsonNode number(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole ? LongNode.valueOf(number.longValue()) : DoubleNode.valueOf(number.doubleValue());
  }

  /** A nullable parameter has several types. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      return type.asText("");
    }
    return strings(type).stream().filter(t -> !t.equals("null")).findFirst().orElse("");
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.asText()));
    return strings;
  }
}
