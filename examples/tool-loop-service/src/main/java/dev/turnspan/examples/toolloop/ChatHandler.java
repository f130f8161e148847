/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.errors.OpenAIException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** {@code POST /chat/stream}: the answer is streamed while the loop is at work. */
final class ChatHandler implements HttpHandler {

  private static final System.Logger log = System.getLogger(ChatHandler.class.getName());
  private static final int LONGEST_BODY = 100_000;

  private final ObjectMapper json = new ObjectMapper();
  private final ToolLoop loop;

  ChatHandler(ToolLoop loop) {
    this.loop = loop;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ChatRequest question;
      try {
        question = ChatRequest.parse(exchange.getRequestBody().readNBytes(LONGEST_BODY), json);
      } catch (InvalidRequestException e) {
        refuse(exchange, e);
        return;
      }
      answer(question, new EventStream(exchange, json));
    }
  }

  private void answer(ChatRequest question, EventStream events) throws IOException {
    try {
      events.done(loop.ask(question, events));
    } catch (OpenAIException e) {
      // What the provider said is not passed on: it may quote the key.
      log.log(Level.WARNING, "The model provider failed: {0}", e.getClass().getName());
      events.failed("provider_error");
    } catch (TooManyRoundsException e) {
      events.failed("too_many_rounds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      events.failed("shutdown");
    }
  }

  private void refuse(HttpExchange exchange, InvalidRequestException reason) throws IOException {
    ObjectNode error = json.createObjectNode();
    error.putObject("error").put("type", "invalid_request").put("message", reason.getMessage());
    byte[] body = json.writeValueAsBytes(error);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(400, body.length);
    exchange.getResponseBody().write(body);
  }
}
