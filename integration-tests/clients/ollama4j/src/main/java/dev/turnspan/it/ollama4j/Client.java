/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.ollama4j;

import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.chat.OllamaChatResult;
import io.github.ollama4j.tools.ToolFunction;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client, whose class and methods were renamed after 1.1.0. */
interface Client {

  /** The one that there is in the library's version. */
  static Client of(String server) throws Exception {
    try {
      return new Renamed(Class.forName("io.github.ollama4j.Ollama"), server);
    } catch (ClassNotFoundException e) {
      return new Original(server);
    }
  }

  /** Chats, streaming if there is a handler. */
  OllamaChatResult chat(
      OllamaChatRequest request, @Nullable Consumer<OllamaChatResponseModel> handler)
      throws Exception;

  /** Adds a tool that has no parameters. */
  void tool(String name, ToolFunction function) throws Exception;

  /** Completes a prompt, streaming if there is a handler; returns the text. */
  String generate(String model, String prompt, @Nullable Consumer<String> handler) throws Exception;

  /** Completes a prompt on a thread of the library's, which is the result. */
  Thread generateAsync(String model, String prompt) throws Exception;

  /** Returns the library's result. */
  Object embed(String model, List<String> texts) throws Exception;
}
