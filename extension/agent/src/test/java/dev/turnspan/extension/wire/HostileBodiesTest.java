/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Exchange;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes: nothing is thrown, and nothing grows. */
final class HostileBodiesTest {

  private static final String URL = "http://127.0.0.1:1/v1/chat/completions";

  @Test
  void randomBytes_throwNothing() {
    Random random = new Random(7);
    String alphabet = "{}[]\",:\\u0aetfn-+.E \n\r\tdata:choices";
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      String type = round % 2 == 0 ? "application/json" : "text/event-stream";
      assertThat(WireFixture.of(URL, new String(bytes, UTF_8), type, bytes, 1 + random.nextInt(50)))
          .last()
          .isEqualTo("end");
    }
  }

  @Test
  void deepNesting_givesFewerFacts() {
    String body = "{\"model\":\"m\",\"x\":" + "[".repeat(100_000);

    assertThat(WireFixture.of(URL, "{}", "application/json", body.getBytes(UTF_8), 1000))
        .contains("responseModel[m]", "end");
  }

  @Test
  void garbageInsteadOfGzip_givesFewerFacts() {
    assertThat(WireFixture.of(URL, "{}", "application/json", "gzip", "nonsense".getBytes(UTF_8), 3))
        .last()
        .isEqualTo("end");
  }

  @Test
  void longEvent_allocatesNothing() {
    Exchange exchange = new WireFixture().started(URL);
    exchange.answered(200, "text/event-stream", null);
    exchange.received(bytes("data: {\"model\":\"m\",\"id\":\""));
    ByteBuffer part = bytes("x".repeat(64 * 1024));
    for (int i = 0; i < 20; i++) {
      exchange.received(part);
    }
    long before = allocated();
    for (int i = 0; i < 2000; i++) {
      exchange.received(part);
    }

    // 125 MB went through; asking for the figure may cost a little itself.
    assertThat(allocated() - before).isLessThan(4096);
    assertThat(part.position()).isZero();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
