/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.loaders.web;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.Timeout;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.turnspan.it.program.Program;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.internal.concurrent.TaskRunner;

/** Asks a model with openai-java, in ways that are more or less tidy. */
public final class OpenAiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Nobody serializes it.
  private final transient OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(Program.provider())
          .apiKey(Program.key())
          // An executor service is wrapped in an object that the library never lets go of.
          .streamHandlerExecutor(Runnable::run)
          // With a timeout, Okio's watchdog lives on for a minute and keeps all of this.
          .timeout(
              Timeout.builder()
                  .connect(Duration.ZERO)
                  .read(Duration.ZERO)
                  .write(Duration.ZERO)
                  .request(Duration.ZERO)
                  .build())
          .build();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder()
            .model(request.getParameter("model"))
            .addUserMessage("hi");
    String answer =
        switch (request.getPathInfo()) {
          case "/unclosed" -> beginning(params);
          case "/tool" -> tool(params);
          default -> whole(params);
        };
    response.getWriter().print(answer);
  }

  private String whole(ChatCompletionCreateParams.Builder params) {
    return client
        .chat()
        .completions()
        .create(params.build())
        .choices()
        .get(0)
        .message()
        .content()
        .orElse("-");
  }

  /** Reads a little and forgets to close. */
  @SuppressWarnings("MustBeClosedChecker") // That is the point.
  private String beginning(ChatCompletionCreateParams.Builder params) {
    StreamResponse<ChatCompletionChunk> answer =
        client.chat().completions().createStreaming(params.build());
    return answer.stream().iterator().next().model().replaceAll("sim-.*", "begun");
  }

  /** Never brings the result. */
  private String tool(ChatCompletionCreateParams.Builder params) {
    params.putAdditionalBodyProperty(
        "tools",
        JsonValue.from(List.of(Map.of("type", "function", "function", Map.of("name", "weather")))));
    return "asks for "
        + client
            .chat()
            .completions()
            .create(params.build())
            .choices()
            .get(0)
            .message()
            .toolCalls()
            .map(List::size)
            .orElse(0);
  }

  @Override
  public void destroy() {
    client.close();
    // Its threads would live on for minutes, too.
    ((TaskRunner.RealBackend) TaskRunner.INSTANCE.getBackend()).shutdown();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("OkHttp TaskRunner")) {
        thread.interrupt();
      }
    }
  }
}
