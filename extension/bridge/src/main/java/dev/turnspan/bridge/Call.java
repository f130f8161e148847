/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import org.jspecify.annotations.Nullable;

/**
 * One model round trip, from the request to the last byte of the answer. No method throws. After
 * the end every method does nothing.
 */
public interface Call {

  /** Makes the request's span current, for the library's own work. */
  Scope enter();

  /** Makes the context current in which the application made the call, for its callbacks. */
  Scope callerContext();

  /**
   * Notes a chunk of a stream. Allocates nothing and takes no lock.
   *
   * @param kind one of {@link Chunk}'s constants; after the first text or reasoning it may be
   *     {@link Chunk#TEXT} for anything that counts as a delta
   */
  void chunk(int kind);

  /**
   * Whether the first text or reasoning token is still to come, so that chunks are worth a look.
   */
  boolean awaitsFirstToken();

  /**
   * What the request turned out to be, for callers that see it only as it is sent.
   *
   * @param model the model that it names; null is ignored, and so is one that is known already
   * @param stream whether it asks for a stream; false is ignored
   */
  void requested(@Nullable String model, boolean stream);

  /** The model that answered; null is ignored. */
  void responseModel(@Nullable String model);

  /** The provider's id of the answer; null is ignored. */
  void responseId(@Nullable String id);

  /** The provider's own finish reason, one call per choice; null is ignored. */
  void finishReason(@Nullable String reason);

  /** The conversation that the answer names; null is ignored. */
  void conversationId(@Nullable String id);

  /**
   * The call is part of a chain of answers that the provider keeps.
   *
   * @param previousResponseId the answer that it continues, or null for the first of a chain
   */
  void continues(@Nullable String previousResponseId);

  /** The answer is a refusal, whatever its finish reason says. */
  void refused();

  /** How many tool calls the answer asks for, for those who cannot tell which. */
  void requestedTools(int count);

  /**
   * The answer asks for a tool. Told once more, the same tool call counts once.
   *
   * @param id of the tool call, or null if it has none
   * @param name of the tool
   * @param proof what the request that brings the result will show, and no other, if it does not
   *     repeat the id; null if there is no such thing
   */
  void requestedTool(@Nullable String id, @Nullable String name, @Nullable String proof);

  /**
   * Tokens used, as far as reported; -1 where not. The last report wins.
   *
   * @param input the whole prompt, cached tokens included
   * @param output all generated tokens, reasoning included
   * @param cacheRead input tokens read from a cache
   * @param cacheWrite input tokens written to a cache
   * @param reasoning reasoning tokens
   */
  void usage(long input, long output, long cacheRead, long cacheWrite, long reasoning);

  /** A request goes out on the wire: the call's first, or a retry. */
  Attempt startAttempt();

  /** Whether a hook above reports the attempt that is under way in the current context. */
  boolean isOnWire();

  /**
   * The HTTP status of the answer under way, for transports that tell it long after the attempt's
   * own method has returned.
   */
  void status(int code);

  /** The answer is complete. */
  void end();

  /**
   * The call failed.
   *
   * @param error what it was is read from the exception's class, never from its message
   * @param status the provider's HTTP status, or 0 where there is none or it is not known
   */
  void fail(Throwable error, int status);

  /** The provider answered with this HTTP status instead of an answer. */
  void fail(int status);

  /** The application closed or cancelled before the end. */
  void abort();

  /**
   * Ends the call as abandoned if the garbage collector finds the handle before the call has ended.
   * The handle is not kept alive, and takes the place of an earlier one.
   */
  void watch(Object handle);
}
