/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.bridge.Exchange;
import dev.turnspan.bridge.Scope;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what it is told. */
final class RecordedExchange implements Exchange {

  final List<String> told = new ArrayList<>();
  final StringBuilder sent = new StringBuilder();
  final StringBuilder received = new StringBuilder();

  @Override
  public Scope enter() {
    told.add("enter");
    return () -> told.add("leave");
  }

  @Override
  public Scope callerContext() {
    return Scope.NONE;
  }

  @Override
  public boolean readsBodies() {
    return true;
  }

  @Override
  public void sending() {
    told.add("sending");
    sent.setLength(0);
  }

  @Override
  public void sent(ByteBuffer part) {
    sent.append(UTF_8.decode(part.duplicate()));
  }

  @Override
  public void sent() {
    told.add("sent");
  }

  @Override
  public void answered(int status, @Nullable String contentType, @Nullable String encoding) {
    told.add("answered " + status);
  }

  @Override
  public void received(ByteBuffer part) {
    received.append(UTF_8.decode(part.duplicate()));
  }

  @Override
  public void end() {
    told.add("end");
  }

  @Override
  public void fail(Throwable error) {
    told.add("fail " + error.getClass().getSimpleName());
  }

  @Override
  public void abort() {
    told.add("abort");
  }

  @Override
  public void watch(Object handle) {
    told.add("watch");
  }
}
