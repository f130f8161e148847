/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

/** What every model is told before a conversation. */
public final class SystemPrompt {

  /** A constant, because LangChain4j takes it from an annotation. */
  public static final String TEXT =
      "You are a helpful assistant. Use the tools for every calculation; answer in short sentences.";

  private SystemPrompt() {}
}
