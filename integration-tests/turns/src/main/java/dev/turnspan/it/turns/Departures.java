/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.turns;

import static dev.turnspan.it.turns.Table.model;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;

/** Answers that are streamed after the request's thread has returned, and callers who leave. */
final class Departures {

  private Departures() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("toolNeverAnswers", Departures::toolNeverAnswers);
    scenarios.put("serverSentEvents", seen -> stream(seen, "gap5-n5", "serverSentEvents", false));
    scenarios.put("callerLeaves", seen -> stream(seen, "gap20-n200", "callerLeaves", true));
  }

  /** The model waits for a result that nobody brings. */
  private static void toolNeverAnswers(Observation seen) throws Exception {
    new Loop(seen, OpenAiDialog.blocking(model("tool", "toolNeverAnswers"))).ask();
    seen.abandon(new Object());
  }

  private static void stream(Observation seen, String script, String scenario, boolean leaves)
      throws Exception {
    Registry.disableRegistry();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.setSilent(true);
    Context context = tomcat.addContext("", null);
    ((StandardContext) context).setClearReferencesRmiTargets(false);
    ((StandardContext) context).setClearReferencesObjectStreamClassCaches(false);
    ((StandardContext) context).setClearReferencesThreadLocals(false);
    Events events = new Events(seen, model(script, scenario));
    Tomcat.addServlet(context, "events", events).setAsyncSupported(true);
    context.addServletMappingDecoded("/events", "events");
    tomcat.getConnector();
    tomcat.start();
    try {
      read(tomcat.getConnector().getLocalPort(), leaves);
      seen.await("the end of the stream", events.done);
    } finally {
      seen.callerIsHere();
      tomcat.stop();
      tomcat.destroy();
    }
  }

  private static void read(int port, boolean leaves) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /events HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
      InputStream in = socket.getInputStream();
      StringBuilder text = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
        if (leaves && text.indexOf("word0") >= 0) {
          socket.setSoLinger(true, 0);
          return;
        }
      }
    }
  }

  /** Answers on another thread, piece by piece. */
  private static final class Events extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Observation seen;
    private final String model;
    private final transient CountDownLatch done = new CountDownLatch(1);

    Events(Observation seen, String model) {
      this.seen = seen;
      this.model = model;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      seen.callerIsHere();
      AsyncContext async = request.startAsync();
      ThreadShapes.inBackground(
          () -> {
            try {
              answer(async.getResponse().getOutputStream());
            } catch (IOException e) {
              seen.ownContext("after the caller left");
              return false;
            } finally {
              done.countDown();
            }
            async.complete();
            return true;
          });
    }

    private void answer(OutputStream out) throws IOException {
      try (StreamResponse<ChatCompletionChunk> stream =
          OpenAiDialog.CLIENT
              .chat()
              .completions()
              .createStreaming(
                  ChatCompletionCreateParams.builder().model(model).addUserMessage("hi").build())) {
        Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
        while (chunks.hasNext()) {
          String text =
              chunks.next().choices().stream()
                  .findFirst()
                  .flatMap(choice -> choice.delta().content())
                  .orElse("");
          seen.ownContext("with a piece");
          out.write(("data:" + text + "\n\n").getBytes(UTF_8));
          out.flush();
        }
      }
    }
  }
}
