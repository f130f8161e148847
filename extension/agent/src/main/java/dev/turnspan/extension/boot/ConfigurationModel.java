/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.extension.boot.ModelNode.NoSuchMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML file configures, as the SDK read it. What Turnspan adds is merged into what the user
 * wrote.
 */
final class ConfigurationModel {

  private final Object model;

  ConfigurationModel(Object model) {
    this.model = model;
  }

  /**
   * Turnspan's settings in the file, by the names that they have as properties: in the file they
   * may be nested, and bear an underscore for a hyphen as is usual there.
   */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    Object node = ModelNode.find(model, "instrumentation/development", "java", "turnspan");
    if (node != null) {
      flatten("turnspan", ModelNode.asMap(node), settings);
    }
    return settings;
  }

  private static void flatten(String path, Map<String, Object> node, Map<String, String> settings) {
    node.forEach(
        (name, value) -> {
          String key = path + '.' + name.replace('_', '-');
          if (value instanceof Map<?, ?>) {
            flatten(key, ModelNode.asMap(value), settings);
          } else if (value instanceof List<?> list) {
            settings.put(key, String.join(",", list.stream().map(String::valueOf).toList()));
          } else if (value != null) {
            settings.put(key, value.toString());
          }
        });
  }

  /** Switches one of the agent's own modules off, unless the user switched it on. */
  void disableInstrumentation(String name) {
    Object distribution = ModelNode.child(model, "distribution");
    if (distribution == null) {
      distribution = ModelNode.add(model, "distribution");
    }
    Object agent = ModelNode.child(distribution, "javaagent");
    Map<String, Object> merged =
        agent == null ? new LinkedHashMap<>() : new LinkedHashMap<>(ModelNode.asMap(agent));
    Object given = merged.get("instrumentation");
    Map<String, Object> instrumentation =
        given instanceof Map<?, ?>
            ? new LinkedHashMap<>(ModelNode.asMap(given))
            : new LinkedHashMap<>();
    List<Object> disabled = list(instrumentation.get("disabled"));
    if (list(instrumentation.get("enabled")).contains(name) || disabled.contains(name)) {
      return;
    }
    disabled.add(name);
    instrumentation.put("disabled", disabled);
    merged.put("instrumentation", instrumentation);
    ModelNode.setExtra(distribution, "javaagent", merged);
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }

  /** Puts a span processor in front of the user's; where none is configured none is needed. */
  void addSpanProcessor(String name) {
    Object provider = ModelNode.child(model, "tracer_provider");
    Object given = provider == null ? null : ModelNode.child(provider, "processors");
    if (provider == null || !(given instanceof List<?> processors)) {
      return;
    }
    for (Object processor : processors) {
      if (ModelNode.child(processor, name) != null) {
        return;
      }
    }
    if (processors.isEmpty()) {
      throw new NoSuchMember("a span processor to stand before");
    }
    Object added = ModelNode.another(processors.get(0));
    ModelNode.setExtra(added, name, Map.of());
    List<Object> all = new ArrayList<>();
    all.add(added);
    all.addAll(processors);
    ModelNode.set(provider, "processors", all);
  }

  /** Puts a propagator beside the user's, of which there may be none. */
  void addPropagator(String name) {
    Object propagator = ModelNode.child(model, "propagator");
    if (propagator == null) {
      propagator = ModelNode.add(model, "propagator");
    }
    List<Object> all = list(ModelNode.child(propagator, "composite"));
    if (all.stream().anyMatch(given -> ModelNode.child(given, name) != null)) {
      return;
    }
    Object added = ModelNode.element(propagator, "composite");
    ModelNode.setExtra(added, name, Map.of());
    all.add(added);
    ModelNode.set(propagator, "composite", all);
  }
}
