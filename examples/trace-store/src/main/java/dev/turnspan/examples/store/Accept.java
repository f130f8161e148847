/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.util.Locale;

/** The choice between two representations by the Accept header. */
final class Accept {

  private Accept() {}

  /** The usual one wins unless the header ranks the other one higher. */
  static boolean prefersOther(String header, String usual, String other) {
    return quality(header, other) > quality(header, usual);
  }

  /** The most specific range that matches counts, however high a wider one ranks. */
  private static double quality(String header, String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    double quality = 0;
    int specificity = 0;
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.trim().split(";", -1);
      String name = parts[0].trim();
      int matched = name.equals(type) ? 3 : name.equals(family) ? 2 : name.equals("*/*") ? 1 : 0;
      if (matched > specificity) {
        specificity = matched;
        quality = quality(parts);
      }
    }
    return quality;
  }

  private static double quality(String[] parameters) {
    for (int i = 1; i < parameters.length; i++) {
      String parameter = parameters[i].trim();
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException malformed) {
          return 0;
        }
      }
    }
    return 1;
  }
}
