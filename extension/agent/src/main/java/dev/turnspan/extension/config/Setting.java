/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the settings table.
 *
 * @param key system property; the environment variable is its upper-case form
 * @param fallback value used when the setting is absent or wrong, as a user would write it
 * @param accepted what a user may write, for warnings and documentation
 * @param meaning one line of documentation
 * @param parser null for text that is not accepted
 */
public record Setting<T>(
    String key,
    String fallback,
    String accepted,
    String meaning,
    Function<String, @Nullable T> parser) {

  /** Whether anything is hooked at all. */
  public static final Setting<Boolean> ENABLED =
      bool("turnspan.enabled", "true", "`false`: nothing is hooked, nothing is rewritten.");

  /** Whether OpenTelemetry's GenAI names are written beside ours. */
  public static final Setting<Boolean> GENAI_ATTRIBUTES =
      bool(
          "turnspan.genai-attributes",
          "true",
          "Also write OpenTelemetry's `gen_ai.*` names, for backends that know them.");

  /** Whether foreign LLM spans get the canonical names. */
  public static final Setting<Boolean> NORMALIZE_ENABLED =
      bool(
          "turnspan.normalize.enabled",
          "true",
          "Give every LLM span of the process, whoever wrote it, the same attribute names.");

  /** Whether normalized spans keep the names that they came with. */
  public static final Setting<String> NORMALIZE_ORIGINALS =
      new Setting<>(
          "turnspan.normalize.originals",
          "keep",
          "`keep` or `drop`",
          "What happens to the names that a foreign span came with.",
          text -> List.of("keep", "drop").contains(text) ? text : null);

  /** The methods that are turns. */
  public static final Setting<Map<String, Set<String>>> TURN_METHODS =
      new Setting<>(
          "turnspan.turn.methods",
          "",
          "classes with their methods, such as `com.acme.Chat[handle,reply];com.acme.Other[run]`",
          "Each run of these methods is a turn; one that returns a future, a `Mono` or a `Flux`"
              + " ends with that.",
          Setting::methods);

  /** After which a turn that waits for something that does not come is given up. */
  public static final Setting<Duration> TURN_IDLE_TIMEOUT =
      new Setting<>(
          "turnspan.turn.idle-timeout",
          "60s",
          "a duration such as `500ms`, `60s` or `5m`, more than zero",
          "An inferred turn that has waited this long for the results of tools closes as"
              + " `abandoned`.",
          Setting::duration);

  /** Where the conversation's id stands in requests to this process. */
  public static final Setting<String> CONVERSATION_HEADER =
      new Setting<>(
          "turnspan.conversation.header",
          "",
          "the name of a header",
          "Header of incoming requests and messages that carries the conversation's id.",
          Setting::header);

  /** Whether conversations are concluded from what they began with. */
  public static final Setting<Boolean> CONVERSATION_INFER =
      bool(
          "turnspan.conversation.infer",
          "false",
          "Where nothing names the conversation, a salted hash of its first messages does.");

  /** What makes such hashes comparable between processes. */
  public static final Setting<String> CONVERSATION_SALT =
      new Setting<>(
          "turnspan.conversation.salt",
          "",
          "any text, the same in all processes that shall infer the same ids",
          "Salt of inferred ids. Without it each process has one of its own.",
          text -> text);

  /** More hosts that are taken for providers, whatever HTTP client talks to them. */
  public static final Setting<Set<String>> HTTP_HOSTS =
      new Setting<>(
          "turnspan.http.hosts",
          "",
          "host names without port, separated by commas",
          "More hosts whose short paths, such as `/messages` or `/responses`, are model calls.",
          Setting::hosts);

  /** Every setting, in the order of the documentation. */
  public static final List<Setting<?>> ALL =
      List.of(
          ENABLED,
          GENAI_ATTRIBUTES,
          NORMALIZE_ENABLED,
          NORMALIZE_ORIGINALS,
          TURN_METHODS,
          TURN_IDLE_TIMEOUT,
          CONVERSATION_HEADER,
          CONVERSATION_INFER,
          CONVERSATION_SALT,
          HTTP_HOSTS);

  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");
  private static final Pattern METHODS =
      Pattern.compile("\\s*([\\w$.]+)\\s*\\[\\s*([\\w$]+(?:\\s*,\\s*[\\w$]+)*)\\s*]\\s*");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  /** The environment variable of this setting. */
  public String environmentVariable() {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Setting<Boolean> bool(String key, String fallback, String meaning) {
    return new Setting<>(key, fallback, "`true` or `false`", meaning, Setting::truth);
  }

  private static @Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static @Nullable String header(String text) {
    return text.isEmpty() || HEADER.matcher(text).matches() ? text : null;
  }

  private static @Nullable Set<String> hosts(String text) {
    Set<String> hosts = new TreeSet<>();
    for (String host : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = host.strip();
      if (!name.isEmpty() && !HOST.matcher(name).matches()) {
        return null;
      }
      hosts.add(name);
    }
    hosts.remove("");
    return Set.copyOf(hosts);
  }

  private static @Nullable Map<String, Set<String>> methods(String text) {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (String part : text.split(";", -1)) {
      Matcher matcher = METHODS.matcher(part);
      if (matcher.matches()) {
        methods
            .computeIfAbsent(matcher.group(1), name -> new TreeSet<>())
            .addAll(List.of(matcher.group(2).split("\\s*,\\s*", -1)));
      } else if (!part.isBlank()) {
        return null;
      }
    }
    return methods;
  }

  private static @Nullable Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    return duration.isZero() ? null : duration;
  }
}
