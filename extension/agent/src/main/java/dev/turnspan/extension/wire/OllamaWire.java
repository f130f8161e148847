/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import java.util.List;

/** Ollama's own API. It streams, a line for each event, unless it is told not to. */
final class OllamaWire implements WireFormat {

  private static final FactTable REQUEST =
      new FactTable().at("model", Fact.MODEL).at("stream", Fact.STREAM);

  private static final FactTable ANSWER =
      new FactTable()
          .at("model", Fact.MODEL)
          .at("message.content", Fact.TEXT)
          .at("message.thinking", Fact.REASONING)
          .at("message.tool_calls[].function.name", Fact.TOOL_CALL)
          .at("message.tool_calls[].function.name", Fact.TOOL_REQUEST)
          .at("response", Fact.TEXT)
          .at("thinking", Fact.REASONING)
          .at("done_reason", Fact.FINISH_REASON)
          .at("prompt_eval_count", Fact.INPUT)
          .at("eval_count", Fact.OUTPUT)
          .at("error", Fact.ERROR);

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.chat("/api/chat").unlessBodyDenies(),
        Endpoint.chat("/api/generate").operation("text_completion").unlessBodyDenies(),
        Endpoint.embeddings("/api/embed").unlessBodyDenies(),
        Endpoint.embeddings("/api/embeddings").unlessBodyDenies());
  }

  @Override
  public String provider() {
    return "ollama";
  }

  @Override
  public FactTable request() {
    return REQUEST;
  }

  @Override
  public FactTable answer() {
    return ANSWER;
  }

  @Override
  public boolean streamsUnlessTold(Endpoint endpoint) {
    return !endpoint.operation().equals("embeddings");
  }

  @Override
  public boolean saysStopForTools() {
    return true;
  }
}
