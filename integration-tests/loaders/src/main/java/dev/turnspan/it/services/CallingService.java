/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.services;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.RawChat;
import dev.turnspan.it.program.Scenario;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Has the conversation with the user: asks a model, has another service work for it, asks again.
 */
public final class CallingService {

  private static final long PATIENCE_SECONDS = 120;
  private static final String SAMPLED_OUT =
      "traceparent: 00-0123456789abcdef0123456789abcdef-0123456789abcdef-00\r\n";

  private CallingService() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("overHttp", seen -> turn(seen, "overHttp", "", CallingService::overHttp));
    scenarios.put(
        "overMessage", seen -> turn(seen, "overMessage", "", CallingService::overMessage));
    scenarios.put(
        "elsewhere", seen -> turn(seen, "elsewhere", "", name -> echo("partner.example")));
    scenarios.put(
        "sampledOut", seen -> turn(seen, "sampledOut", SAMPLED_OUT, name -> echo("127.0.0.1")));
    scenarios.put("outsideTurn", seen -> seen.value("told", echo("127.0.0.1")));
    scenarios.put("end", seen -> Service.get(Service.url(Service.CALLED) + "/end"));
    awaitCalled();
    Program.run(scenarios);
  }

  private static String overHttp(String name) throws Exception {
    return Service.get(Service.url(Service.CALLED) + "/work?" + RawChat.model("n2", name));
  }

  private static String overMessage(String name) throws Exception {
    Connection connection = Service.broker().createConnection();
    try (connection) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session
          .createProducer(session.createQueue(Service.QUEUE))
          .send(session.createTextMessage(RawChat.model("n2", name)));
    }
    return "sent";
  }

  private static String echo(String host) throws Exception {
    return Service.get("http://" + host + ":" + System.getProperty(Service.CALLED) + "/echo");
  }

  private static void turn(Observation seen, String name, String header, Service.Handler work)
      throws IOException {
    try (Service service = Service.on(Service.CALLING)) {
      service
          .echo()
          .answer(
              "/turn",
              query -> {
                seen.callerIsHere();
                ask(name);
                seen.value("work", work.answer(name));
                ask(name);
                return "";
              })
          .start();
      request("GET /turn HTTP/1.1\r\nHost: test\r\n" + header + "Connection: close\r\n\r\n");
    } finally {
      seen.callerIsHere();
    }
  }

  private static void ask(String name) throws Exception {
    Service.send(
        HttpRequest.newBuilder(URI.create(Program.provider() + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(RawChat.plain("n1", name), UTF_8))
            .build());
  }

  private static void request(String head) throws IOException {
    try (Socket socket = socket(Service.CALLING)) {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }

  private static Socket socket(String port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(port));
  }

  /** The other process is started at the same time. */
  private static void awaitCalled() throws IOException {
    long start = System.nanoTime();
    while (!isCalledThere()) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IllegalStateException("the called service does not listen");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static boolean isCalledThere() throws IOException {
    try (Socket socket = socket(Service.CALLED)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }
}
