/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** Token counts for people: four tokens for three words. */
final class TokenEstimate {

  private TokenEstimate() {}

  static int of(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() ? 0 : (trimmed.split("\\s+", -1).length * 4 + 2) / 3;
  }
}
