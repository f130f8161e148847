/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Base64;
import java.util.List;

/** OTLP attributes as JSON. A whole double keeps its decimal point, so int and double differ. */
final class AttributeJson {

  private AttributeJson() {}

  static ObjectNode object(List<KeyValue> attributes) {
    ObjectNode object = Json.object();
    for (KeyValue attribute : attributes) {
      object.set(attribute.getKey(), value(attribute.getValue()));
    }
    return object;
  }

  static JsonNode value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> TextNode.valueOf(value.getStringValue());
      case BOOL_VALUE -> BooleanNode.valueOf(value.getBoolValue());
      case INT_VALUE -> LongNode.valueOf(value.getIntValue());
      case DOUBLE_VALUE -> number(value.getDoubleValue());
      case ARRAY_VALUE -> array(value.getArrayValue().getValuesList());
      case KVLIST_VALUE -> object(value.getKvlistValue().getValuesList());
      case BYTES_VALUE ->
          TextNode.valueOf(Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
      default -> NullNode.getInstance();
    };
  }

  private static JsonNode number(double value) {
    // JSON has no NaN and no infinity; OTLP writes them as text, too.
    return Double.isFinite(value)
        ? DoubleNode.valueOf(value)
        : TextNode.valueOf(Double.toString(value));
  }

  private static ArrayNode array(List<AnyValue> values) {
    ArrayNode array = Json.array();
    values.forEach(value -> array.add(value(value)));
    return array;
  }
}
