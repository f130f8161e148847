/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.loaders;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import dev.turnspan.it.program.Scenario;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.startup.Tomcat;

/** Deploys, is asked, undeploys, and sees whether the class loaders are collected. */
public final class ServletContainer {

  /** Jars that a web application with LangChain4j brings along. */
  public static final String LANGCHAIN4J = "it.web.langchain4j";

  /** Jars that a web application with openai-java brings along. */
  public static final String OPENAI = "it.web.openai";

  private static final long PATIENCE_SECONDS = Long.getLong("it.patience", 30);

  private final Tomcat tomcat;

  private ServletContainer(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    tomcat.getHost();
    // A second one would be started by, and keep, whatever is deployed at that moment.
    tomcat.getServer().setUtilityThreads(1);
    tomcat.start();
    ServletContainer container = new ServletContainer(tomcat);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("libraryInChild", container::libraryInChild);
    scenarios.put("libraryInParent", container::libraryInParent);
    scenarios.put("openToolTurn", seen -> container.openAi(seen, "tool", "tool", "openToolTurn"));
    scenarios.put("unclosed", seen -> container.openAi(seen, "unclosed", "n9", "unclosed"));
    Program.run(scenarios);
  }

  /** Two web applications, each with a library of its own. */
  private void libraryInChild(Observation seen) throws Exception {
    deploy("/langchain4j", "LangChain4jServlet", System.getProperty(LANGCHAIN4J, ""));
    deploy("/openai", "OpenAiServlet", System.getProperty(OPENAI, ""));
    seen.value("answer", ask("/langchain4j", "chat", "tool", "langChainInChild"));
    seen.value("answer", ask("/openai", "chat", "n3", "openAiInChild"));
    undeployAll(seen);
  }

  /** The container's own library, used by two web applications. */
  private void libraryInParent(Observation seen) throws Exception {
    ClassLoader shared = WebApplication.shared(System.getProperty(OPENAI, ""));
    tomcat.getHost().addChild(WebApplication.of("/one", "OpenAiServlet", "", shared));
    tomcat.getHost().addChild(WebApplication.of("/two", "OpenAiServlet", "", shared));
    seen.value("answer", ask("/one", "chat", "n3", "openAiInParent"));
    seen.value("answer", ask("/two", "chat", "n2", "openAiInParentToo"));
    undeployAll(seen);
  }

  private void openAi(Observation seen, String way, String script, String scenario)
      throws Exception {
    deploy("/openai", "OpenAiServlet", System.getProperty(OPENAI, ""));
    seen.value("answer", ask("/openai", way, script, scenario));
    undeployAll(seen);
  }

  private void deploy(String path, String servlet, String libraries) throws IOException {
    ClassLoader own = ServletContainer.class.getClassLoader();
    tomcat.getHost().addChild(WebApplication.of(path, servlet, libraries, own));
  }

  private String ask(String path, String way, String script, String scenario) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s/%s?model=%s HTTP/1.0\r\n\r\n"
                  .formatted(path, way, RawChat.model(script, scenario))
                  .getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
  }

  private void undeployAll(Observation seen) throws InterruptedException {
    Map<String, WeakReference<ClassLoader>> loaders = new TreeMap<>();
    Host host = tomcat.getHost();
    List<Container> deployed = new ArrayList<>(List.of(host.findChildren()));
    for (Container each : deployed) {
      ClassLoader loader = ((Context) each).getLoader().getClassLoader();
      loaders.put(each.getName(), new WeakReference<>(Objects.requireNonNull(loader)));
      host.removeChild(each);
    }
    deployed.clear();
    awaitCollection(loaders);
    loaders.forEach((name, loader) -> seen.value(name + " is gone", loader.refersTo(null)));
  }

  private static void awaitCollection(Map<String, WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    long start = System.nanoTime();
    while (loaders.values().stream().anyMatch(loader -> !loader.refersTo(null))
        && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      Observation.collectGarbage();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
