/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

/** What is worth knowing in a body. */
enum Fact {
  /** The model: in a request the one asked for, in an answer the one that answered. */
  MODEL(true),
  /** Whether the request asks for a stream. */
  STREAM(false),
  /** The conversation that a request or an answer names. */
  CONVERSATION(true),
  /** The answer that the request continues. */
  PREVIOUS(true),
  /** The provider's id of the answer. */
  ID(true),
  /** The provider's finish reason. */
  FINISH_REASON(true),
  /** A status in place of a finish reason. */
  STATUS(true),
  /** What the status means, where that is said apart. */
  STATUS_REASON(true),
  /** A refusal, if not empty. */
  REFUSED(false),
  /** Answer text, if not empty. */
  TEXT(false),
  /** Reasoning, if not empty. */
  REASONING(false),
  /** Marks the text of the same object as reasoning. */
  IS_REASONING(false),
  /** A part of a tool call, if not empty. */
  TOOL_CALL(false),
  /** A tool call that the answer asks for. */
  TOOL_REQUEST(false),
  /** The index, from zero, of a tool call that the answer asks for. */
  TOOL_INDEX(false),
  /** The id of a tool call that the answer asks for. */
  TOOL_ID(true),
  /** The name of the tool that a tool call asks for. */
  TOOL_NAME(true),
  /** What describes a tool call is complete. */
  TOOL_END(false),
  /** The id of the tool call whose result a request brings. */
  RESULT_ID(true),
  /** The result that a request brings says that the tool failed. */
  RESULT_ERROR(false),
  /** What describes a result is complete. */
  RESULT_END(false),
  /** A message in a request is an older answer: what comes before it the model has seen. */
  OLD_ANSWER(false),
  /** A message in a request is complete. */
  MESSAGE_END(false),
  /** The event's type says that its delta is text. */
  TEXT_EVENT(false),
  /** The event's type says that its delta is reasoning. */
  REASONING_EVENT(false),
  /** The event's type says that its delta is a part of a tool call. */
  TOOL_CALL_EVENT(false),
  /** What the event's type speaks of, if not empty. */
  DELTA(false),
  /** The provider reports a failure within its answer. */
  ERROR(false),
  /** Tokens of the prompt. */
  INPUT(false),
  /** Tokens of the prompt that {@link #INPUT} leaves out. */
  MORE_INPUT(false),
  /** Generated tokens. */
  OUTPUT(false),
  /** Tokens read from a cache. */
  CACHE_READ(false),
  /** Tokens written to a cache. */
  CACHE_WRITE(false),
  /** Tokens of reasoning. */
  REASONING_TOKENS(false),
  /** All tokens, by which it is proved what the others include. */
  TOTAL(false);

  private final boolean text;

  Fact(boolean text) {
    this.text = text;
  }

  /** Whether the value itself is of interest, and not only that it is there. */
  boolean isText() {
    return text;
  }
}
