/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** LangChain4j's models on openai-java, which this module does not depend on. */
public final class OfficialProgram {

  private static final String PACKAGE = "dev.langchain4j.model.openaiofficial.";

  private OfficialProgram() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("blocking", OfficialProgram::blocking);
    scenarios.put("streaming", OfficialProgram::streaming);
    Program.run(scenarios);
  }

  private static void blocking(Observation seen) throws Exception {
    ChatModel model = (ChatModel) model("OpenAiOfficialChatModel", "n3", "blocking");
    seen.call("answer", () -> model.chat("hi"));
  }

  private static void streaming(Observation seen) throws Exception {
    Streams.Handler handler = new Streams.Handler(seen, "");
    ((StreamingChatModel) model("OpenAiOfficialStreamingChatModel", "usage-n3", "streaming"))
        .chat("hi", handler);
    handler.awaitEnd();
  }

  private static Object model(String type, String script, String scenario) throws Exception {
    Object builder = Class.forName(PACKAGE + type).getMethod("builder").invoke(null);
    Models.call(builder, "baseUrl", String.class, Program.provider());
    Models.call(builder, "apiKey", String.class, Program.key());
    Models.call(builder, "modelName", String.class, Models.name(script, scenario));
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
