/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running OpenAI-compatible server on the loopback interface. The model name of a request carries
 * the script of its answer; the same sequence of requests gets the same bytes.
 */
public final class ProviderSimulator implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  static {
    // The server reads this once, when its first instance is made: without it, small events wait
    // for the client's delayed acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final SimulatorState state;

  private ProviderSimulator(HttpServer server, ExecutorService threads, SimulatorState state) {
    this.server = server;
    this.threads = threads;
    this.state = state;
  }

  /** Starts a server; port 0 takes any free port. */
  public static ProviderSimulator start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "provider-simulator");
              thread.setDaemon(true);
              return thread;
            });
    SimulatorState state = new SimulatorState();
    server.setExecutor(threads);
    server.createContext("/", new Dispatcher(state));
    server.start();
    return new ProviderSimulator(server, threads, state);
  }

  /** The port that the server listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The base URL to give to an OpenAI client. */
  public String baseUrl() {
    return "http://" + HOST + ":" + port() + "/v1";
  }

  /** Forgets all attempts and conversations: the next request is answered like the very first. */
  public void reset() {
    state.reset();
  }

  /** Stops the server and cuts what is still being answered. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
