/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.extension.config.Setting;
import dev.turnspan.extension.config.Settings;
import dev.turnspan.semconv.DestinationAttributes;
import dev.turnspan.semconv.OtelAttributes;
import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be told of a turn. */
final class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "inventory",
        "inventory.shop.svc",
        "inventory.shop.svc.cluster.local",
        "ip-10-0-0-1.ec2.internal",
        "127.0.0.1",
        "10.1.2.3",
        "172.31.255.255",
        "192.168.0.1",
        "::1",
        "[::1]",
        "fd00::1"
      })
  void byDefault_theOwnNetworkIsTold(String host) {
    assertThat(isTold(host, "")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "inventory.shop",
        "local.example.com",
        "8.8.8.8",
        "172.32.0.1",
        "169.254.169.254",
        "999.1.1.1",
        "2001:db8::1",
        "zz::1",
        "api.openai.com",
        "myresource.openai.azure.com"
      })
  void byDefault_nobodyElseIsTold(String host) {
    assertThat(isTold(host, "")).isFalse();
  }

  @Test
  void list_replacesTheDefault() {
    String list = "shop.example.com, *.corp.example,[fd00::7]";

    assertThat(isTold("shop.example.com", list)).isTrue();
    assertThat(isTold("a.corp.example", list)).isTrue();
    assertThat(isTold("corp.example", list)).isFalse();
    assertThat(isTold("notcorp.example", list)).isFalse();
    assertThat(isTold("localhost", list)).isFalse();
    assertThat(isTold("localhost", list + ",local")).isTrue();
    assertThat(isTold("example.com", "*")).isTrue();
  }

  @Test
  void provider_isNeverTold() {
    assertThat(isTold("api.openai.com", "*,api.openai.com")).isFalse();
    assertThat(isTold("llm-gateway", "*")).isFalse();
  }

  @Test
  void badList_isNotUsed() {
    assertThat(Setting.PROPAGATION_HOSTS.parser().apply("http://shop")).isNull();
    assertThat(Setting.PROPAGATION_HOSTS.parser().apply("a*b")).isNull();
  }

  @Test
  void message_needsNoHost() {
    Attributes sent = Attributes.of(DestinationAttributes.MESSAGING_OPERATION, "publish");
    Attributes received = Attributes.of(DestinationAttributes.MESSAGING_OPERATION, "process");
    Attributes renamed = Attributes.of(DestinationAttributes.MESSAGING_OPERATION_TYPE, "send");
    Attributes faraway =
        Attributes.builder()
            .putAll(sent)
            .put(OtelAttributes.SERVER_ADDRESS, "sqs.eu-central-1.amazonaws.com")
            .build();

    assertThat(Destination.of(sent).isAmong(hosts("local"))).isTrue();
    assertThat(Destination.of(renamed).isAmong(hosts("local"))).isTrue();
    assertThat(Destination.of(received).isAmong(hosts("*"))).isFalse();
    assertThat(Destination.of(faraway).isAmong(hosts("local"))).isFalse();
    assertThat(Destination.of(sent).isAmong(hosts(" "))).isFalse();
  }

  @Test
  void serverSpan_isNoDestination() {
    Attributes server = Attributes.of(OtelAttributes.SERVER_ADDRESS, "localhost");

    assertThat(Destination.of(server).isAmong(hosts("*"))).isFalse();
  }

  private static boolean isTold(String host, String list) {
    Attributes request =
        Attributes.of(
            DestinationAttributes.URL_FULL, "http://host/", OtelAttributes.SERVER_ADDRESS, host);
    return Destination.of(request).isAmong(hosts(list));
  }

  private static AllowedHosts hosts(String list) {
    Map<String, String> properties =
        list.isEmpty()
            ? Map.of("turnspan.http.hosts", "llm-gateway")
            : Map.of("turnspan.http.hosts", "llm-gateway", "turnspan.propagation.hosts", list);
    Settings settings = new Settings(properties, Map.of(), Map.of(), warning -> {});
    return new AllowedHosts(
        settings.get(Setting.PROPAGATION_HOSTS), settings.get(Setting.HTTP_HOSTS));
  }
}
