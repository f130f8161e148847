/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a request and turns errors into answers. */
final class Dispatcher implements HttpHandler {

  private static final String RESET_PATH = "/admin/reset";

  private final SimulatorState state;
  private final Map<String, Endpoint> endpoints;

  Dispatcher(SimulatorState state) {
    this.state = state;
    endpoints =
        Map.of(
            "/chat/completions", new AnswerEndpoint(new ChatFormat(), state),
            "/responses", new AnswerEndpoint(new ResponsesFormat(state), state),
            "/embeddings", new EmbeddingsEndpoint(state));
  }

  /** An exchange is closed only when its answer is whole; see {@link CutConnection}. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Reply reply = new Reply(exchange);
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      route(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body, reply);
    } catch (ApiError e) {
      reply.error(e);
    }
    exchange.close();
  }

  private void route(String method, String path, byte[] body, Reply reply)
      throws ApiError, IOException {
    String plain = path.startsWith("/v1/") ? path.substring(3) : path;
    @Nullable Endpoint endpoint =
        plain.startsWith(BedrockEndpoint.PATH)
            ? new BedrockEndpoint(plain, state)
            : endpoints.get(plain);
    boolean reset = path.equals(RESET_PATH);
    if (endpoint == null && !reset) {
      throw ApiError.notFound(method, path);
    }
    if (!method.equals("POST")) {
      throw ApiError.wrongMethod(method, path);
    }
    if (endpoint != null) {
      endpoint.answer(Json.parseObject(body), reply);
    } else {
      state.reset();
      reply.json(200, Json.object().put("status", "reset"));
    }
  }
}
