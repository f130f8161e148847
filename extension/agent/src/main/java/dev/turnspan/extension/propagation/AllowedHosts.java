/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import dev.turnspan.semconv.Providers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which hosts may be told of a turn. A host that is known to be a provider is never told, whatever
 * the list says.
 */
public final class AllowedHosts {

  private static final String LOCAL = "local";
  // What else looks like an address would be looked up as a name.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "OCTET\\.OCTET\\.OCTET\\.OCTET|\\[?[0-9a-f:][0-9a-f.:]*:[0-9a-f.:]*]?"
              .replace("OCTET", "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
  // Reserved for private use, or given by Kubernetes; no such name is somebody else's.
  private static final List<String> LOCAL_SUFFIXES =
      List.of(".local", ".localhost", ".internal", ".svc");

  private final Set<String> patterns;
  private final Set<String> providers;

  /**
   * Reads a list.
   *
   * @param patterns host names, {@code *.suffix}, {@code *}, or {@code local}; in lower case
   * @param providers hosts that the user says are providers
   */
  public AllowedHosts(Set<String> patterns, Set<String> providers) {
    this.patterns = Set.copyOf(patterns);
    this.providers = Set.copyOf(providers);
  }

  /** Whether no host at all is allowed. */
  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean allows(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return !providers.contains(name)
        && Providers.ofHost(name) == null
        && patterns.stream().anyMatch(pattern -> matches(pattern, name));
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.equals(LOCAL)) {
      return isLocal(name);
    }
    return pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
  }

  /** Addresses and names that mean nothing outside the own network. */
  private static boolean isLocal(String name) {
    if (ADDRESS.matcher(name).matches()) {
      return isPrivate(name);
    }
    boolean oneLabel = name.indexOf('.') < 0 && name.indexOf(':') < 0;
    return !name.isEmpty() && (oneLabel || LOCAL_SUFFIXES.stream().anyMatch(name::endsWith));
  }

  private static boolean isPrivate(String literal) {
    try {
      // A literal address is not looked up.
      InetAddress address = InetAddress.getByName(literal);
      byte[] bytes = address.getAddress();
      boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
      return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
