/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange that is a model call, or an attempt of one. The transport hands over the bytes
 * as they pass; of buffers only the content between position and limit is read, and neither is
 * moved. Nothing is kept beyond the call. No method throws; after the end every method does
 * nothing.
 */
public interface Exchange {

  /** Makes the request's span current, so that the HTTP client's own span becomes its child. */
  Scope enter();

  /** Makes the context current in which the application made the call, for its callbacks. */
  Scope callerContext();

  /** Whether the bodies are to be read here; if not, only status and end are of interest. */
  boolean readsBodies();

  /** The body of the request begins; once more if the transport has to send it again. */
  void sending();

  /** A part of the request's body, uncompressed. */
  void sent(ByteBuffer part);

  /** The body of the request is complete. */
  void sent();

  /**
   * The head of the answer has come.
   *
   * @param contentType value of the header, or null
   * @param contentEncoding value of the header if the bytes are handed over as they were on the
   *     wire; null if they are not compressed or no longer
   */
  void answered(int status, @Nullable String contentType, @Nullable String contentEncoding);

  /** A part of the answer's body. */
  void received(ByteBuffer part);

  /** The body of the answer is complete. */
  void end();

  /** No answer came, or it broke off. */
  void fail(Throwable error);

  /** The application cancelled, or closed the answer before its end. */
  void abort();

  /**
   * Ends the exchange as abandoned if the garbage collector finds the handle before its end. The
   * handle is not kept alive.
   */
  void watch(Object handle);
}
