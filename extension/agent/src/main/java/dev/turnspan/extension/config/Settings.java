/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.config;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads settings from properties, the environment and a file; a bad one costs one warning. */
public final class Settings {

  private static final String PREFIX = "turnspan.";

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Map<String, String> file;
  private final Consumer<String> warnings;

  /**
   * Reads and checks.
   *
   * @param properties system properties; they win over the environment
   * @param environment environment variables; they win over the file
   * @param file settings of the agent's configuration file, by the names of the properties
   * @param warnings gets a line for each unknown key and each bad value
   */
  public Settings(
      Map<String, String> properties,
      Map<String, String> environment,
      Map<String, String> file,
      Consumer<String> warnings) {
    this.properties = properties;
    this.environment = environment;
    this.file = file;
    this.warnings = warnings;
  }

  /** The settings of this process, and those of the agent's configuration file. */
  public static Settings ofThisProcess(Map<String, String> file, Consumer<String> warnings) {
    Properties system = System.getProperties();
    Map<String, String> properties = new TreeMap<>();
    for (String name : system.stringPropertyNames()) {
      properties.put(name, system.getProperty(name));
    }
    return new Settings(properties, System.getenv(), file, warnings);
  }

  /** The value of a setting, or its default where it is absent or wrong. */
  public <T> T get(Setting<T> setting) {
    String text = text(setting);
    T value = text == null ? null : setting.parser().apply(text.trim());
    if (value != null) {
      return value;
    }
    T fallback = setting.parser().apply(setting.fallback());
    if (fallback == null) {
      throw new IllegalStateException(setting.key() + " does not accept its own default");
    }
    return fallback;
  }

  /** Warns of every unknown key and every bad value. */
  public void check() {
    for (Setting<?> setting : Setting.ALL) {
      String text = text(setting);
      if (text != null && setting.parser().apply(text.trim()) == null) {
        warnings.accept(
            setting.key()
                + "="
                + text
                + " is not understood; accepted is "
                + setting.accepted().replace("`", "")
                + "; "
                + setting.fallback()
                + " is used");
      }
    }
    unknownKeys()
        .forEach(
            (key, value) ->
                warnings.accept(
                    key
                        + "="
                        + value
                        + " is not a setting of Turnspan; accepted are "
                        + Setting.ALL.stream()
                            .map(Setting::key)
                            .collect(Collectors.joining(", "))));
  }

  private @Nullable String text(Setting<?> setting) {
    String property = properties.get(setting.key());
    String variable = environment.get(setting.environmentVariable());
    String either = property == null ? variable : property;
    return either == null ? file.get(setting.key()) : either;
  }

  private Map<String, String> unknownKeys() {
    Map<String, String> unknown = new TreeMap<>();
    BiConsumer<String, String> check =
        (key, value) -> {
          if (key.startsWith(PREFIX) && Setting.ALL.stream().noneMatch(s -> s.key().equals(key))) {
            unknown.put(key, value);
          }
        };
    properties.forEach(check);
    file.forEach(check);
    String variablePrefix = PREFIX.toUpperCase(Locale.ROOT).replace('.', '_');
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(variablePrefix)
              && Setting.ALL.stream().noneMatch(s -> s.environmentVariable().equals(name))) {
            unknown.put(name, value);
          }
        });
    return unknown;
  }
}
