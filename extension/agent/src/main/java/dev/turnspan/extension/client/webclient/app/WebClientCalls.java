/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.webclient.app;

import java.util.List;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/** What the advice calls. */
public final class WebClientCalls {

  /** The agent's own filter, which opens the span that ours is to be the parent of. */
  private static final String AGENTS_OWN = "io.opentelemetry.";

  /** A client is about to be built. */
  public static void observe(WebClient.Builder builder) {
    builder.filters(WebClientCalls::addTo);
  }

  private static void addTo(List<ExchangeFilterFunction> filters) {
    int place = filters.size();
    for (int i = filters.size() - 1; i >= 0; i--) {
      ExchangeFilterFunction filter = filters.get(i);
      if (filter instanceof ObservingFilter) {
        return;
      }
      if (filter.getClass().getName().startsWith(AGENTS_OWN)) {
        place = i;
      }
    }
    filters.add(place, new ObservingFilter());
  }

  private WebClientCalls() {}
}
