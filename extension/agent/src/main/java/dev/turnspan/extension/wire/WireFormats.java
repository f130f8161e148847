/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;

/** Every format that is known: one line each. Where two have the same path, the first one wins. */
final class WireFormats {

  private static final List<WireFormat> ALL =
      List.of(
          new OpenAiChatWire(),
          new OpenAiResponsesWire(),
          new AnthropicWire(),
          new GeminiWire(),
          new OllamaWire());

  /** A path and what is spoken there. */
  record Route(WireFormat format, Endpoint endpoint) {}

  /** Asked for every POST of the process, so laid out once. */
  static final List<Route> ROUTES =
      ALL.stream()
          .flatMap(
              format -> format.endpoints().stream().map(endpoint -> new Route(format, endpoint)))
          .toList();

  private WireFormats() {}
}
