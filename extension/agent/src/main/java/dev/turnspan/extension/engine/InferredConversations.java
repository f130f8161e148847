/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.bridge.CallStart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Concludes a conversation from what it began with: every request of it repeats that. Only a salted
 * hash is kept, so that nobody can try what was said.
 */
final class InferredConversations {

  private static final int LENGTH = 16;

  private final boolean wanted;
  private final byte[] salt;

  /** Without a salt ids are comparable within this process only. */
  InferredConversations(boolean wanted, String salt) {
    this.wanted = wanted;
    this.salt = (salt.isEmpty() ? UUID.randomUUID().toString() : salt).getBytes(UTF_8);
  }

  /** Names the conversation of a turn that does not know it. */
  void tell(OpenTurn turn, CallStart start) {
    Supplier<@Nullable String> messages = start.firstMessages();
    if (wanted && messages != null && turn.conversationId() == null) {
      String said = messages.get();
      if (said != null && !said.isEmpty()) {
        turn.conversation(hash(said), "inferred");
      }
    }
  }

  private String hash(String said) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      byte[] whole = digest.digest(said.getBytes(UTF_8));
      return HexFormat.of().formatHex(whole, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
