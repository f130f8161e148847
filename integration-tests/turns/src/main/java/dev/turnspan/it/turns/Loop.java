/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import dev.turnspan.it.program.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The pieces of a tool loop; each looks at its context on the way. */
final class Loop {

  private final Observation seen;
  private final Dialog dialog;

  Loop(Observation seen, Dialog dialog) {
    this.seen = seen;
    this.dialog = dialog;
  }

  /** One round trip. */
  List<Dialog.ToolCall> ask() throws Exception {
    seen.ownContext("before the call");
    List<Dialog.ToolCall> calls = dialog.ask();
    seen.ownContext("after the call");
    return calls;
  }

  /** A tool, as the application runs it. */
  String tool(Dialog.ToolCall call) {
    seen.ownContext("in the tool");
    return call.name() + " of somewhere";
  }

  void result(Dialog.ToolCall call, String text) {
    seen.ownContext("with the result");
    dialog.result(call, text);
  }

  void tools(List<Dialog.ToolCall> calls) {
    for (Dialog.ToolCall call : calls) {
      result(call, tool(call));
    }
  }

  /** All at the same time. */
  void tools(List<Dialog.ToolCall> calls, ExecutorService pool) throws Exception {
    List<Callable<String>> tasks = new ArrayList<>();
    calls.forEach(call -> tasks.add(() -> tool(call)));
    List<Future<String>> results = pool.invokeAll(tasks);
    for (int i = 0; i < calls.size(); i++) {
      result(calls.get(i), results.get(i).get());
    }
  }

  /** To the end, on this thread. */
  void run() throws Exception {
    List<Dialog.ToolCall> calls = ask();
    while (!calls.isEmpty()) {
      tools(calls);
      calls = ask();
    }
  }
}
