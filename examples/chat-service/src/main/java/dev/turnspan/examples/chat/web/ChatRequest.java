/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of every question. Fields are as the client sent them: anything may be missing. */
record ChatRequest(
    @Nullable String conversationId, @Nullable String message, @Nullable String model) {

  private static final Pattern ID = Pattern.compile("[\\w.:@/-]{1,128}");

  /** The message, or a complaint about it. */
  String requireMessage(int maxLength) {
    if (message == null || message.isBlank()) {
      throw new InvalidRequestException("\"message\" is missing or empty.");
    }
    if (message.length() > maxLength) {
      throw new InvalidRequestException("\"message\" is longer than " + maxLength + " characters.");
    }
    return message;
  }

  /** The conversation's id, or a complaint: the assistant's memory needs one. */
  String requireConversationId() {
    String id = checkedConversationId();
    if (id == null) {
      throw new InvalidRequestException("\"conversationId\" is missing.");
    }
    return id;
  }

  /** The conversation's id if one was sent. */
  @Nullable String checkedConversationId() {
    return checked("conversationId", conversationId);
  }

  /** The wanted model if one was named. */
  @Nullable String checkedModel() {
    return checked("model", model);
  }

  private static @Nullable String checked(String name, @Nullable String value) {
    if (value != null && !ID.matcher(value).matches()) {
      throw new InvalidRequestException(
          "\"" + name + "\" must have 1 to 128 letters, digits or characters of ._:@/-");
    }
    return value;
  }
}
