/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.it.kit.ProgramLauncher;
import dev.turnspan.it.kit.ProgramRun;
import dev.turnspan.it.kit.SpanRecord;
import dev.turnspan.it.kit.SpanTree;
import dev.turnspan.it.kit.TestBed;
import dev.turnspan.it.kit.Workspace;
import dev.turnspan.it.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A turn that calls another service, by request and by message: what that one asks of a model is
 * part of the turn. The calling service has the newest agent, the called one the oldest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("Its two processes must run at the same time.")
final class ServicesIT {

  private static final String TOLD = "1;<id>;0";

  private final Map<String, String> ports = new HashMap<>();
  private @Nullable ProgramRun calling;
  private @Nullable ProgramRun called;
  private String sentToProvider = "";

  @BeforeAll
  void converse() throws Exception {
    for (String port : List.of(Service.CALLING, Service.CALLED, Service.BROKER)) {
      ports.put(port, Integer.toString(unusedPort()));
    }
    List<String> agents = TestBed.get().agentVersions();
    try (RecordingRelay provider = RecordingRelay.to(TestBed.get().provider().port())) {
      CompletableFuture<ProgramRun> other =
          launcher(CalledService.class, agents.get(0), provider).start();
      calling =
          launcher(CallingService.class, TestBed.get().newestAgent(), provider)
              .property("jdk.net.hosts.file", hosts().toString())
              .run();
      called = other.get();
      sentToProvider = provider.sent();
    }
  }

  private ProgramLauncher launcher(Class<?> program, String agent, RecordingRelay provider) {
    ProgramLauncher launcher =
        new ProgramLauncher(
                program,
                TestBed.get()
                    .classPath(
                        List.of(
                            System.getProperty("turnspan.it.openai", ""),
                            System.getProperty("turnspan.it.activemq", ""))))
            .agent(TestBed.get().agent(agent), Workspace.extension())
            .property(Program.PROVIDER, provider.baseUrl());
    ports.forEach(launcher::property);
    return launcher;
  }

  /** A name that is nobody's here. */
  private static Path hosts() throws IOException {
    Path hosts = Files.createTempFile(Path.of("target").toAbsolutePath(), "hosts", "");
    return Files.writeString(
        hosts,
        "127.0.0.1 localhost partner.example " + InetAddress.getLocalHost().getHostName() + "\n");
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void bothServices_endNormally() {
    assertThat(run(calling).exitCode()).as(String.join("\n", run(calling).log())).isZero();
    assertThat(run(called).exitCode()).as(String.join("\n", run(called).log())).isZero();
    assertThat(run(calling).foreignContexts()).isEmpty();
    assertThat(run(calling).logLinesWith("Turnspan")).hasSize(1);
    assertThat(run(called).logLinesWith("Turnspan")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"overHttp", "overMessage", "elsewhere"})
  void work_isWhereItWasAskedFor(String name) throws IOException {
    assertThat(SpanTree.render(trace(name))).isEqualTo(expected(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"overHttp", "overMessage"})
  void modelCallsOfTheOtherService_areStepsOfTheTurn(String name) {
    List<SpanRecord> own = trace(name).stream().filter(SpanRecord::isOurs).toList();
    String turn = String.valueOf(own.get(0).attribute("turnId"));

    assertThat(own).extracting(span -> span.attribute("turnId")).containsOnly(turn);
    assertThat(own)
        .filteredOn(span -> span.is("step"))
        .extracting(
            span -> String.valueOf(span.attribute("stepId")).replaceAll("[0-9a-f]{16}", "<>"))
        .containsExactlyInAnyOrder(turn + "#0", turn + "#1", turn + "#0.<>.0");
    assertThat(own)
        .filteredOn(span -> span.is("provider.request"))
        .extracting(span -> span.attribute("stepId"))
        .containsExactlyInAnyOrderElementsOf(
            own.stream()
                .filter(span -> span.is("step"))
                .map(span -> span.attribute("stepId"))
                .toList());
  }

  @Test
  void turn_isToldToTheOwnNetworkOnly() {
    Map<String, String> seen = run(calling).transcript();

    assertThat(seen.get("overHttp")).isEqualTo("work: word0 word1 , then told of " + TOLD + "\n");
    assertThat(seen.get("elsewhere")).isEqualTo("work: nothing\n");
    assertThat(seen.get("outsideTurn")).isEqualTo("told: nothing\n");
  }

  @Test
  void turnThatIsNotSampled_isToldAsWell() {
    assertThat(run(calling).transcript().get("sampledOut")).isEqualTo("work: " + TOLD + "\n");
    assertThat(spans()).noneMatch(span -> asks(span, "sampledOut"));
  }

  @Test
  void provider_isToldNothing() {
    assertThat(sentToProvider)
        .contains("soverHttp", "soverMessage", "selsewhere", "ssampledOut", "traceparent")
        .doesNotContainIgnoringCase("turnspan")
        .doesNotContainIgnoringCase("baggage");
  }

  private List<SpanRecord> trace(String name) {
    Set<String> traces = new HashSet<>();
    spans().stream().filter(span -> asks(span, name)).forEach(span -> traces.add(span.traceId()));
    assertThat(traces).as("traces of %s", name).hasSize(1);
    return spans().stream().filter(span -> traces.contains(span.traceId())).toList();
  }

  private static boolean asks(SpanRecord span, String name) {
    return String.valueOf(span.attribute("requestModel")).endsWith("-s" + name);
  }

  private List<SpanRecord> spans() {
    List<SpanRecord> all = new ArrayList<>();
    Stream.of(run(calling), run(called)).forEach(run -> all.addAll(run.exports().spans()));
    return all;
  }

  private static ProgramRun run(@Nullable ProgramRun run) {
    if (run == null) {
      throw new AssertionError("has not run");
    }
    return run;
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = ServicesIT.class.getResourceAsStream("expected/" + name + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }
}
