/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;

/** What keeps a turn open. Guarded by the turn's monitor. */
final class Lifetime {

  private static final int TOLD_PATIENCE = 10;

  private final List<SpanContext> servers = new ArrayList<>(0);
  private boolean serverTells;
  private boolean letGo;
  private boolean chains;
  private boolean detached;
  private boolean endsWithStream;
  private boolean closing;
  private int calls;
  private int tools;
  private Outcome outcome = Outcome.COMPLETED;

  /** It ends without being told to, but may wait for the results of tools. */
  void chain() {
    chains = true;
    closing = true;
  }

  /** Whether it may wait for the results of tools. */
  boolean isChain() {
    return chains;
  }

  /**
   * It stays open until a server span has ended.
   *
   * @param told whether the end of that span will be told
   */
  boolean hold(SpanContext server, boolean told) {
    chain();
    serverTells |= told;
    return !servers.contains(server) && servers.add(server);
  }

  void release(SpanContext server) {
    servers.remove(server);
  }

  /** The server spans that have not ended. */
  List<SpanContext> servers() {
    return servers;
  }

  /**
   * The end is told from elsewhere.
   *
   * @param withStream whether it ends at the latest when a stream is given up
   */
  void detach(boolean withStream) {
    detached = true;
    endsWithStream = withStream;
  }

  boolean endsWithStream() {
    return endsWithStream;
  }

  boolean isDetached() {
    return detached;
  }

  void callStarted() {
    calls++;
  }

  void callDone() {
    calls--;
  }

  boolean isCalling() {
    return calls > 0;
  }

  void toolStarted() {
    tools++;
  }

  void toolDone() {
    tools--;
  }

  boolean isAtWork() {
    return calls > 0 || tools > 0;
  }

  /** The first one to tell how it ends has it; false if that was somebody else. */
  boolean close(Outcome how) {
    if (closing) {
      return false;
    }
    closing = true;
    outcome = how;
    return true;
  }

  /** Nobody will tell the end. */
  void giveUp(Outcome how) {
    letGo = true;
    closing = true;
    outcome = outcome.isNormal() ? how : outcome;
  }

  /**
   * How long it may be idle. Whoever said that he would tell the end may be silent for longer, but
   * not for ever: there are servers that lose a request.
   */
  long patience(long idleNanos) {
    return serverTells && !servers.isEmpty() ? idleNanos * TOLD_PATIENCE : idleNanos;
  }

  boolean isOver() {
    return closing && !isAtWork() && (letGo || servers.isEmpty());
  }

  Outcome outcome() {
    return outcome;
  }
}
