/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChatSettingsTest {

  @Test
  void neitherAddressNorKey_localProviderWithPlaceholderKey() {
    ChatSettings settings = settings("", "");

    assertThat(settings.providerUrl()).isEqualTo("http://127.0.0.1:8089/v1");
    assertThat(settings.providerKey()).isEqualTo("no-key-needed");
  }

  @Test
  void keyWithoutAddress_realProvider() {
    ChatSettings settings = settings("", "sk-canary");

    assertThat(settings.providerUrl()).isEqualTo("https://api.openai.com/v1");
    assertThat(settings.providerKey()).isEqualTo("sk-canary");
  }

  @Test
  void addressAndKey_bothAsConfigured() {
    ChatSettings settings = settings("http://10.0.0.1/v1", "sk-canary");

    assertThat(settings.providerUrl()).isEqualTo("http://10.0.0.1/v1");
    assertThat(settings.providerKey()).isEqualTo("sk-canary");
  }

  @Test
  void printed_keyNotShown() {
    assertThat(settings("", "sk-canary").toString()).doesNotContain("canary");
  }

  private static ChatSettings settings(String baseUrl, String apiKey) {
    return new ChatSettings(baseUrl, apiKey, "m", "n", Duration.ofSeconds(1), 0, 10);
  }
}
