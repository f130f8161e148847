/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a request and turns errors into answers. */
final class Dispatcher implements HttpHandler {

  private final List<Route> routes;

  Dispatcher(SimulatorState state) {
    EmbeddingsEndpoint embeddings = new EmbeddingsEndpoint(state);
    List<Route> all =
        new ArrayList<>(
            List.of(
                Route.post("(/v1)?/chat/completions", new AnswerEndpoint(new ChatFormat(), state)),
                Route.post(
                    "(/v1)?/responses", new AnswerEndpoint(new ResponsesFormat(state), state)),
                Route.post("(/v1)?/messages", new MessagesEndpoint(state)),
                Route.post("(/v1)?/embeddings", embeddings),
                Route.post(
                    "/openai/deployments/(?<model>[^/]+)/chat/completions",
                    new AnswerEndpoint(new AzureChatFormat(), state)),
                Route.post("/openai/deployments/(?<model>[^/]+)/embeddings", embeddings),
                Route.post("(/v1)?/model/(?<model>.+)/converse", bedrock("converse", state)),
                Route.post(
                    "(/v1)?/model/(?<model>.+)/converse-stream", bedrock("converse-stream", state)),
                Route.post("(/v1)?/model/(?<model>.+)/invoke", bedrock("invoke", state)),
                Route.post(
                    "(/v1)?/model/(?<model>.+)/invoke-with-response-stream",
                    bedrock("invoke-with-response-stream", state)),
                Route.post("/api/chat", new AnswerEndpoint(OllamaFormat.chat(), state)),
                Route.post("/api/generate", new AnswerEndpoint(OllamaFormat.generate(), state)),
                Route.post("/api/embed", new OllamaEmbedEndpoint(state)),
                Route.withoutBody(
                    "GET", "/api/tags", (body, reply) -> reply.json(200, OllamaFormat.tags())),
                Route.withoutBody(
                    "GET",
                    "/api/version",
                    (body, reply) -> reply.json(200, OllamaFormat.version())),
                Route.withoutBody("POST", "/admin/reset", (body, reply) -> reset(state, reply))));
    all.addAll(GeminiEndpoint.routes(state));
    routes = List.copyOf(all);
  }

  private static BedrockEndpoint bedrock(String operation, SimulatorState state) {
    return new BedrockEndpoint(operation, state);
  }

  /** An exchange is closed only when its answer is whole; see {@link CutConnection}. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Reply reply = new Reply(exchange);
    byte[] body = exchange.getRequestBody().readAllBytes();
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    @Nullable Route route = route(path);
    try {
      if (route == null) {
        throw ApiError.notFound(method, path);
      }
      if (!method.equals(route.method())) {
        throw ApiError.wrongMethod(method, path);
      }
      route.answer(path, body, reply);
    } catch (ApiError e) {
      reply.error(e, route == null ? e.body() : route.endpoint().error(e));
    }
    exchange.close();
  }

  private @Nullable Route route(String path) {
    for (Route route : routes) {
      if (route.path().matcher(path).matches()) {
        return route;
      }
    }
    return null;
  }

  private static void reset(SimulatorState state, Reply reply) throws IOException {
    state.reset();
    reply.json(200, Json.object().put("status", "reset"));
  }
}
