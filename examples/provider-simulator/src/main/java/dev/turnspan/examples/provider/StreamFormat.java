/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.io.IOException;

/** Writes the events of one streamed answer, in the order of these methods. */
interface StreamFormat {

  /** Everything that comes before the model produces a token. */
  void opened() throws IOException;

  void partOpened(Part part) throws IOException;

  void delta(Part part, String delta) throws IOException;

  void partClosed(Part part) throws IOException;

  /** The end as planned. */
  void finished() throws IOException;

  /** An error in place of the rest. */
  void failed() throws IOException;
}
