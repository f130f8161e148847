/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** From the server's exchanges to the router and back: every failure becomes a JSON answer. */
final class Exchanges implements HttpHandler {

  private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());

  /** The page takes everything from its own origin; text from spans can never become script. */
  private static final Map<String, String> SAFETY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
              + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store",
          "Vary",
          "Accept");

  private final Router router;

  Exchanges(Router router) {
    this.router = router;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      Headers headers = exchange.getResponseHeaders();
      SAFETY.forEach(headers::set);
      answer.headers().forEach(headers::set);
      int length = answer.body().size();
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      answer.body().writeTo(exchange.getResponseBody());
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !LocalHosts.contains(hosts.get(0))) {
      return Answer.error(403, "host not accepted (accepted: localhost, 127.0.0.1, [::1])");
    }
    try {
      return router.answer(Request.of(exchange));
    } catch (HttpError refused) {
      return Answer.error(refused.status(), refused.message());
    } catch (SQLException failed) {
      LOG.log(System.Logger.Level.ERROR, "the store failed", failed);
      return Answer.error(500, "the store failed");
    } catch (RuntimeException unexpected) {
      LOG.log(System.Logger.Level.ERROR, "a request failed", unexpected);
      return Answer.error(500, "the request failed");
    }
  }
}
