/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of addresses. */
final class Router {

  /** Stands for one segment of the path, whatever it is. */
  private static final String ANY = "*";

  private final List<Route> routes = new ArrayList<>();

  Router(SpanStore store) {
    OtlpEndpoint otlp = new OtlpEndpoint(store);
    add("POST", "v1/traces", otlp::traces);
    add("POST", "v1/logs", otlp::logs);
    add("POST", "v1/metrics", otlp::metrics);
    Questions questions = new Questions(store);
    add("GET", "turns", questions::turns);
    add("GET", "turns/*", questions::turn);
    add("GET", "conversations/*/metrics", questions::conversation);
    add("GET", "aggregate", questions::aggregate);
    Page.files().forEach((name, file) -> add("GET", name, request -> file));
  }

  /** What stands at an address. */
  private interface Endpoint {
    Answer answer(Request request) throws HttpError, SQLException, IOException;
  }

  private record Route(String method, List<String> path, Endpoint endpoint) {
    boolean leadsTo(List<String> wanted) {
      if (wanted.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!path.get(i).equals(ANY) && !path.get(i).equals(wanted.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  Answer answer(Request request) throws HttpError, SQLException, IOException {
    List<Route> there = routes.stream().filter(route -> route.leadsTo(request.path())).toList();
    if (there.isEmpty()) {
      throw new HttpError(404, "no such address");
    }
    for (Route route : there) {
      if (route.method().equals(request.method())) {
        return route.endpoint().answer(request);
      }
    }
    return Answer.notAllowed(there.stream().map(Route::method).collect(Collectors.joining(", ")));
  }

  private void add(String method, String path, Endpoint endpoint) {
    routes.add(new Route(method, List.of(path.split("/", -1)), endpoint));
  }
}
