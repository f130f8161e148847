/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method and a path, and what answers there. A group {@code model} in the path names the model of
 * requests that do not name it themselves.
 */
record Route(String method, Pattern path, Endpoint endpoint, boolean bodyExpected) {

  static Route post(String path, Endpoint endpoint) {
    return new Route("POST", Pattern.compile(path), endpoint, true);
  }

  static Route withoutBody(String method, String path, Endpoint endpoint) {
    return new Route(method, Pattern.compile(path), endpoint, false);
  }

  void answer(String requestPath, byte[] body, Reply reply) throws ApiError, IOException {
    ObjectNode request = bodyExpected ? Json.parseObject(body) : Json.object();
    Matcher matcher = path.matcher(requestPath);
    if (path.pattern().contains("(?<model>") && matcher.matches() && !request.hasNonNull("model")) {
      request.put("model", matcher.group("model"));
    }
    endpoint.answer(request, reply);
  }
}
