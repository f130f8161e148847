/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tool calls that the answers of a turn asked for, as long as no request has brought their results.
 * Guarded by the turn's monitor.
 */
final class AskedTools {

  /** An application that never tells results must not make the turn grow. */
  private static final int MOST = 200;

  private final Map<String, Asked> byKey = new LinkedHashMap<>();
  private boolean lastAnswerAsked;

  /** An answer is complete, whether it asked for tools or not. */
  void answered(OpenStep step, List<ToolCall> calls) {
    lastAnswerAsked = !calls.isEmpty();
    for (ToolCall call : calls) {
      Asked asked = new Asked(step, call);
      byKey.put(call.key(), asked);
      if (call.proof() != null) {
        byKey.put(call.proof(), asked);
      }
    }
    for (Iterator<Asked> oldest = byKey.values().iterator(); byKey.size() > MOST; ) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether results of this step's tools may still come. */
  boolean isAwaitedBy(OpenStep step) {
    for (Asked asked : byKey.values()) {
      if (asked.step() == step) {
        return true;
      }
    }
    return false;
  }

  /** Whether the turn goes on only if a request brings results. */
  boolean isAwaited() {
    return lastAnswerAsked && !byKey.isEmpty();
  }

  boolean includesAny(List<ToolResult> results) {
    for (ToolResult result : results) {
      if (byKey.containsKey(result.key())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes what a request brings, in the order in which it was asked for. It answers all that its
   * answer had asked for: nothing more comes for the rest.
   */
  List<Brought> take(List<ToolResult> results) {
    Map<String, ToolResult> byItsKey = new HashMap<>();
    results.forEach(result -> byItsKey.put(result.key(), result));
    List<Brought> brought = new ArrayList<>();
    Set<Asked> taken = new HashSet<>();
    Set<OpenStep> steps = new HashSet<>();
    byKey.forEach(
        (key, asked) -> {
          ToolResult result = byItsKey.get(key);
          if (result != null && taken.add(asked)) {
            steps.add(asked.step());
            brought.add(new Brought(asked.step(), asked.call(), result));
          }
        });
    byKey.values().removeIf(asked -> steps.contains(asked.step()));
    return brought;
  }

  Set<String> keys() {
    return byKey.keySet();
  }

  void clear() {
    byKey.clear();
  }

  private record Asked(OpenStep step, ToolCall call) {}

  /** A tool call and its result. */
  record Brought(OpenStep step, ToolCall call, ToolResult result) {}
}
