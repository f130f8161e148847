/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The service's settings.
 *
 * @param baseUrl the provider's address; empty: see {@link #providerUrl()}
 * @param apiKey the provider's key; empty: none is needed
 * @param model model of the LangChain4j endpoints
 * @param openaiModel model of the openai-java endpoints
 * @param timeout how long one provider request may take
 * @param maxRetries how often a failed provider request is sent again
 * @param maxMessageLength longest accepted message, in characters
 */
@ConfigurationProperties("chat")
public record ChatSettings(
    String baseUrl,
    String apiKey,
    String model,
    String openaiModel,
    Duration timeout,
    int maxRetries,
    int maxMessageLength) {

  private static final String LOCAL_PROVIDER = "http://127.0.0.1:8089/v1";
  private static final String OPENAI = "https://api.openai.com/v1";

  /** The configured address; without one a key means the real provider, no key a local one. */
  public String providerUrl() {
    if (!baseUrl.isBlank()) {
      return baseUrl;
    }
    return apiKey.isBlank() ? LOCAL_PROVIDER : OPENAI;
  }

  /** The configured key, else a placeholder: both clients refuse an empty one. */
  public String providerKey() {
    return apiKey.isBlank() ? "no-key-needed" : apiKey;
  }

  // A record's own text would print the key.
  @Override
  public String toString() {
    return "ChatSettings[" + providerUrl() + ", " + model + ", " + openaiModel + "]";
  }
}
