/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import dev.turnspan.examples.provider.ProviderSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the processes of a test JVM share: the collector, artifacts, and a provider for those that
 * run alone. Started once and stopped with the JVM.
 */
public final class TestBed {

  private static final class Holder {
    static final TestBed INSTANCE = new TestBed();
  }

  private final ProviderSimulator provider;
  private final OtlpReceiver receiver;
  private final Artifacts artifacts = new Artifacts();
  private final ExecutorService processes =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          task -> {
            Thread thread = new Thread(task, "process");
            thread.setDaemon(true);
            return thread;
          });
  private final int unusedPort;

  private TestBed() {
    try {
      provider = ProviderSimulator.start(0);
      receiver = OtlpReceiver.start();
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        unusedPort = socket.getLocalPort();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one instance. */
  public static TestBed get() {
    return Holder.INSTANCE;
  }

  /** The scripted provider. */
  public ProviderSimulator provider() {
    return provider;
  }

  /** Where processes are started: as many at a time as there are processors. */
  ExecutorService processes() {
    return processes;
  }

  /** Collects what a new process exports. */
  public Exports newExports() {
    return receiver.open();
  }

  /** A base URL at which nobody listens. */
  public String nobody() {
    return "http://127.0.0.1:" + unusedPort;
  }

  /** The agent versions to test with, oldest first. */
  public List<String> agentVersions() {
    String versions = required("turnspan.it.agents");
    return Arrays.asList(versions.split(",", -1));
  }

  /** The newest of them. */
  public String newestAgent() {
    List<String> versions = agentVersions();
    return versions.get(versions.size() - 1);
  }

  /** The jar of a stock agent. */
  public Path agent(String version) {
    return artifacts.jar("io.opentelemetry.javaagent:opentelemetry-javaagent:" + version);
  }

  /** Artifacts and what they need at run time, with the OpenTelemetry API for the program. */
  public List<Path> classPath(List<String> coordinates) {
    List<Path> all = new java.util.ArrayList<>(artifacts.classPath(coordinates));
    all.addAll(
        artifacts.classPath(
            List.of("io.opentelemetry:opentelemetry-api:" + required("turnspan.it.otel-api"))));
    return all;
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the build must set the system property " + property);
    }
    return value;
  }
}
