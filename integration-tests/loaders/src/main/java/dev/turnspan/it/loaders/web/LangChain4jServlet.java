/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.loaders.web;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.turnspan.it.program.Program;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks a model with an AI service of LangChain4j, which has a tool. */
public final class LangChain4jServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** The HTTP client's own threads would live on for a minute. */
  @SuppressWarnings("serial") // Nobody serializes it.
  private final transient ExecutorService threads = Executors.newCachedThreadPool();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(
                OpenAiChatModel.builder()
                    .httpClientBuilder(
                        new JdkHttpClientBuilder()
                            .httpClientBuilder(HttpClient.newBuilder().executor(threads)))
                    .baseUrl(Program.provider())
                    .apiKey(Program.key())
                    .modelName(request.getParameter("model"))
                    .maxRetries(0)
                    .build())
            .tools(new Weather())
            .build();
    response.getWriter().print(assistant.chat("hi"));
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  /** Implemented by LangChain4j. */
  public interface Assistant {
    /** Asks. */
    String chat(String message);
  }

  /** Knows what it is like outside. */
  public static final class Weather {
    /** The tool. */
    @Tool("The weather")
    public String weather() {
      return "sunny";
    }
  }
}
