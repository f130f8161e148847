/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;

/** The read side: parameters in, the answer of one query out. */
final class Questions {

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";

  private final SpanStore store;

  Questions(SpanStore store) {
    this.store = store;
  }

  Answer turns(Request request) throws HttpError, SQLException {
    request.acceptOnly(List.of("limit"));
    return Answer.json(store.read(new TurnListQuery(limit(request.single("limit")))));
  }

  Answer turn(Request request) throws HttpError, SQLException {
    String turnId = request.path().get(1);
    List<SpanRow> spans = store.read(new TurnQuery(turnId));
    List<TurnTree.Node> roots = TurnTree.of(turnId, spans);
    if (roots.isEmpty()) {
      throw new HttpError(404, "unknown turn");
    }
    TurnHead head = TurnHead.of(turnId, spans);
    return Accept.prefersOther(request.header("Accept"), TEXT, JSON)
        ? Answer.json(TurnJson.of(head, roots))
        : Answer.text(TurnText.of(head, roots));
  }

  Answer conversation(Request request) throws SQLException {
    return Answer.json(store.read(new ConversationQuery(request.path().get(1))));
  }

  Answer aggregate(Request request) throws HttpError, SQLException {
    ObjectNode answer = store.read(AggregateParameters.query(request));
    return Accept.prefersOther(request.header("Accept"), JSON, TEXT)
        ? Answer.text(TextTable.of(answer))
        : Answer.json(answer);
  }

  private static int limit(String text) throws HttpError {
    if (text.isEmpty()) {
      return TurnListQuery.DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= TurnListQuery.MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Reported below, as is a number out of range.
    }
    throw new HttpError(400, "bad limit (accepted: 1 to " + TurnListQuery.MAX_LIMIT + ")");
  }
}
