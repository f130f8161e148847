/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A call that writes down what it is told. */
final class RecordedCall {

  private final List<String> events = new ArrayList<>();
  private boolean awaitsFirstToken = true;

  Call call() {
    return (Call)
        Proxy.newProxyInstance(
            Call.class.getClassLoader(),
            new Class<?>[] {Call.class},
            (proxy, method, arguments) -> {
              String name = method.getName();
              if (name.equals("awaitsFirstToken")) {
                return awaitsFirstToken;
              }
              if (name.equals("callerContext")) {
                note("in the caller's context");
                return (Scope) () -> note("out of it");
              }
              if (!name.equals("watch")) {
                note(arguments == null ? name : name + Arrays.toString(arguments));
              }
              return method.invoke(NoopEngine.CALL, arguments);
            });
  }

  void note(String event) {
    events.add(event);
  }

  void firstTokenCame() {
    awaitsFirstToken = false;
  }

  List<String> events() {
    return events;
  }
}
