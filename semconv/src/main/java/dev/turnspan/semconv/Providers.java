/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's well-known {@code gen_ai.provider.name} values for the names that libraries use,
 * and for the providers' hosts. Source: resource {@code providers.tsv}.
 */
public final class Providers {

  private record HostPattern(String prefix, String suffix, String provider) {
    boolean matches(String host) {
      return host.length() > prefix.length() + suffix.length()
          && host.startsWith(prefix)
          && host.endsWith(suffix);
    }
  }

  private static final Map<String, String> VALUES = new HashMap<>();
  private static final List<String> API_SUFFIXES = new ArrayList<>();
  private static final Map<String, String> HOSTS = new HashMap<>();
  private static final List<HostPattern> HOST_PATTERNS = new ArrayList<>();

  static {
    for (String[] row : TsvTable.rows("providers.tsv")) {
      add(row[0], row[1], row[2]);
    }
  }

  private Providers() {}

  /**
   * The well-known value for a provider's name, whatever its case and whether its words are joined
   * by {@code -}, {@code _} or a space; an API suffix such as {@code .chat} is ignored. A provider
   * that is not in the table comes back lower-cased.
   *
   * @return null for null, empty and placeholder texts, and for names of frameworks
   */
  public static @Nullable String canonical(@Nullable String raw) {
    if (raw == null || Placeholders.isPlaceholder(raw)) {
      return null;
    }
    String value = raw.strip().toLowerCase(Locale.ROOT);
    String provider = lookUp(value);
    for (int i = 0; provider == null && i < API_SUFFIXES.size(); i++) {
      String suffix = API_SUFFIXES.get(i);
      if (value.endsWith(suffix)) {
        String name = value.substring(0, value.length() - suffix.length());
        provider = VALUES.getOrDefault(underscored(name), name);
      }
    }
    if (provider == null) {
      return value;
    }
    return provider.equals(TsvTable.NONE) || provider.isEmpty() ? null : provider;
  }

  /**
   * The provider behind a host name (without port).
   *
   * @return null when the host is null or belongs to no known provider: a proxy, a gateway, or
   *     {@code localhost}
   */
  public static @Nullable String ofHost(@Nullable String host) {
    if (host == null) {
      return null;
    }
    String name = host.strip().toLowerCase(Locale.ROOT);
    String provider = HOSTS.get(name);
    for (int i = 0; provider == null && i < HOST_PATTERNS.size(); i++) {
      HostPattern pattern = HOST_PATTERNS.get(i);
      provider = pattern.matches(name) ? pattern.provider() : null;
    }
    return provider;
  }

  private static @Nullable String lookUp(String value) {
    return VALUES.get(underscored(value));
  }

  private static String underscored(String value) {
    return value.replace('-', '_').replace(' ', '_');
  }

  private static void add(String kind, String match, String provider) {
    switch (kind) {
      case "value" -> VALUES.put(underscored(match), provider);
      case "suffix" -> API_SUFFIXES.add(match);
      case "host" -> {
        int star = match.indexOf('*');
        if (star < 0) {
          HOSTS.put(match, provider);
        } else {
          HOST_PATTERNS.add(
              new HostPattern(match.substring(0, star), match.substring(star + 1), provider));
        }
      }
      default -> {
        // A kind that a later version of the table knows.
      }
    }
  }
}
