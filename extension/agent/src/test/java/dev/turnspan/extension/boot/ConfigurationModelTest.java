/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The model of a YAML file in the shapes that the SDK gave it, newest and oldest. */
final class ConfigurationModelTest {

  /** Members that the SDK does not know, as agent 2.33 has them. */
  public static class Node {
    private final Map<String, Object> extras = new TreeMap<>();

    public Map<String, Object> getExtensionProperties() {
      return extras;
    }

    public Node setExtensionProperty(String name, Object value) {
      extras.put(name, value);
      return this;
    }
  }

  /** The root; distributions and processors are plain nodes. */
  public static final class Model extends Node {
    private @Nullable Node distribution;
    private @Nullable Provider provider;
    private @Nullable Propagator propagator;

    public @Nullable Node getDistribution() {
      return distribution;
    }

    public Model setDistribution(Node node) {
      distribution = node;
      return this;
    }

    public @Nullable Provider getTracerProvider() {
      return provider;
    }

    public Model setTracerProvider(Provider node) {
      provider = node;
      return this;
    }

    public @Nullable Propagator getPropagator() {
      return propagator;
    }

    public Model setPropagator(Propagator node) {
      propagator = node;
      return this;
    }
  }

  /** Has the propagators; there may be no list of them. */
  public static final class Propagator extends Node {
    private @Nullable List<Node> composite;

    public @Nullable List<Node> getComposite() {
      return composite;
    }

    public Propagator setComposite(List<Node> nodes) {
      composite = nodes;
      return this;
    }
  }

  /** Has the span processors. */
  public static final class Provider extends Node {
    private List<Node> processors = List.of();

    public List<Node> getProcessors() {
      return processors;
    }

    public Provider setProcessors(List<Node> nodes) {
      processors = nodes;
      return this;
    }
  }

  /** As agent 2.28 has it: other names, and properties of a type of their own. */
  public static final class OldNode {
    private final Map<String, OldProperty> extras = new TreeMap<>();

    public Map<String, OldProperty> getAdditionalProperties() {
      return extras;
    }

    public void setAdditionalProperty(String name, OldProperty value) {
      extras.put(name, value);
    }
  }

  /** A property of such a node. */
  public static final class OldProperty {
    private final Map<String, Object> extras = new LinkedHashMap<>();

    public Map<String, Object> getAdditionalProperties() {
      return extras;
    }

    public void setAdditionalProperty(String name, Object value) {
      extras.put(name, value);
    }
  }

  /** The root of the old shape. */
  public static final class OldModel {
    private final OldNode distribution = new OldNode();

    public OldNode getDistribution() {
      return distribution;
    }
  }

  @Test
  void settings_areReadNestedOrNotAndWithUnderscores() {
    Model model = new Model();
    model.setExtensionProperty(
        "instrumentation/development",
        Map.of(
            "java",
            Map.of(
                "turnspan",
                Map.of(
                    "genai_attributes",
                    false,
                    "normalize",
                    Map.of("originals", "drop"),
                    "turn.idle-timeout",
                    "5m",
                    "http",
                    Map.of("hosts", List.of("a", "b"))))));
    assertThat(new ConfigurationModel(model).settings())
        .isEqualTo(
            Map.of(
                "turnspan.genai-attributes", "false",
                "turnspan.normalize.originals", "drop",
                "turnspan.turn.idle-timeout", "5m",
                "turnspan.http.hosts", "a,b"));
    assertThat(new ConfigurationModel(new Model()).settings()).isEmpty();
  }

  @Test
  void moduleSwitchedOff_isAddedToTheUsersOwn() {
    Node distribution =
        new Node()
            .setExtensionProperty(
                "javaagent",
                Map.of("other", 1, "instrumentation", Map.of("disabled", List.of("okhttp"))));
    new ConfigurationModel(new Model().setDistribution(distribution))
        .disableInstrumentation("openai_java");
    assertThat(distribution.getExtensionProperties().get("javaagent"))
        .isEqualTo(
            Map.of(
                "other",
                1,
                "instrumentation",
                Map.of("disabled", List.of("okhttp", "openai_java"))));
  }

  @Test
  void moduleSwitchedOn_staysOn() {
    Map<String, Object> given =
        Map.of("instrumentation", Map.of("enabled", List.of("openai_java")));
    Node distribution = new Node().setExtensionProperty("javaagent", given);
    new ConfigurationModel(new Model().setDistribution(distribution))
        .disableInstrumentation("openai_java");
    assertThat(distribution.getExtensionProperties().get("javaagent")).isEqualTo(given);
  }

  @Test
  void noDistribution_getsOne() {
    Model model = new Model();
    new ConfigurationModel(model).disableInstrumentation("openai_java");
    assertThat(requireNonNull(model.getDistribution()).getExtensionProperties())
        .isEqualTo(
            Map.of(
                "javaagent",
                Map.of("instrumentation", Map.of("disabled", List.of("openai_java")))));
  }

  @Test
  void oldShape_isMergedAlike() {
    OldModel model = new OldModel();
    OldProperty agent = new OldProperty();
    agent.setAdditionalProperty("instrumentation", Map.of("disabled", List.of("okhttp")));
    model.getDistribution().setAdditionalProperty("javaagent", agent);
    new ConfigurationModel(model).disableInstrumentation("openai_java");
    OldProperty merged =
        requireNonNull(model.getDistribution().getAdditionalProperties().get("javaagent"));
    assertThat(merged.getAdditionalProperties())
        .isEqualTo(Map.of("instrumentation", Map.of("disabled", List.of("okhttp", "openai_java"))));
  }

  @Test
  void processor_isPutInFrontOnce() {
    Node batch = new Node().setExtensionProperty("batch", Map.of());
    Provider provider = new Provider().setProcessors(List.of(batch));
    ConfigurationModel configuration =
        new ConfigurationModel(new Model().setTracerProvider(provider));
    configuration.addSpanProcessor("turnspan");
    configuration.addSpanProcessor("turnspan");
    assertThat(provider.getProcessors())
        .extracting(node -> node.getExtensionProperties().keySet().iterator().next())
        .containsExactly("turnspan", "batch");
  }

  @Test
  void propagator_isPutBesideTheUsersOnce() {
    Node given = new Node().setExtensionProperty("xray", Map.of());
    Propagator propagator = new Propagator().setComposite(List.of(given));
    ConfigurationModel configuration =
        new ConfigurationModel(new Model().setPropagator(propagator));
    configuration.addPropagator("turnspan");
    configuration.addPropagator("turnspan");
    assertThat(names(propagator)).containsExactly("xray", "turnspan");
  }

  @Test
  void noPropagators_areThoseOfTurnspan() {
    Model model = new Model();
    new ConfigurationModel(model).addPropagator("turnspan");
    assertThat(names(requireNonNull(model.getPropagator()))).containsExactly("turnspan");
  }

  private static List<String> names(Propagator propagator) {
    return requireNonNull(propagator.getComposite()).stream()
        .map(node -> node.getExtensionProperties().keySet().iterator().next())
        .toList();
  }

  @Test
  void noTracerProvider_needsNoProcessor() {
    Model model = new Model();
    new ConfigurationModel(model).addSpanProcessor("turnspan");
    assertThat(model.getTracerProvider()).isNull();
  }
}
