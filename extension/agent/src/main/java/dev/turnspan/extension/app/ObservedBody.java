/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.app;

import dev.turnspan.bridge.Call;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer that the application reads itself: only its end is reported. */
public final class ObservedBody extends FilterInputStream {

  private final Call call;

  /** Reports to the call. */
  public ObservedBody(InputStream delegate, Call call) {
    super(delegate);
    this.call = call;
    call.watch(this);
  }

  @Override
  public int read() throws IOException {
    try {
      return count(in.read());
    } catch (IOException e) {
      call.fail(e, 0);
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return count(in.read(bytes, offset, length));
    } catch (IOException e) {
      call.fail(e, 0);
      throw e;
    }
  }

  private int count(int read) {
    if (read < 0) {
      call.end();
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      call.abort();
    }
  }
}
