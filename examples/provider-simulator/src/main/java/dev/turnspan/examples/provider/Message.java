/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

/** One message of a conversation, whichever API it came through. */
record Message(Role role, String text) {

  enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
  }
}
