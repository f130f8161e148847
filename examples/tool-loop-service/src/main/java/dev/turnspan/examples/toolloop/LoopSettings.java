/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.toolloop;

import java.util.Map;

/**
 * The service's settings, out of environment variables.
 *
 * @param port where the service listens on 127.0.0.1; 0: any free port
 * @param baseUrl the provider's address
 * @param apiKey the provider's key, or a placeholder: the client refuses an empty one
 * @param model the model of questions that name none
 */
record LoopSettings(int port, String baseUrl, String apiKey, String model) {

  private static final String LOCAL_PROVIDER = "http://127.0.0.1:8089/v1";
  private static final String OPENAI = "https://api.openai.com/v1";

  /** Without an address a key means the real provider, no key a local one. */
  static LoopSettings of(Map<String, String> environment) {
    String key = environment.getOrDefault("OPENAI_API_KEY", "");
    String url = environment.getOrDefault("OPENAI_BASE_URL", "");
    return new LoopSettings(
        Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8081")),
        url.isBlank() ? key.isBlank() ? LOCAL_PROVIDER : OPENAI : url,
        key.isBlank() ? "no-key-needed" : key,
        environment.getOrDefault("OPENAI_CHAT_MODEL", "gpt-4.1"));
  }

  // A record's own text would print the key.
  @Override
  public String toString() {
    return "LoopSettings[" + port + ", " + baseUrl + ", " + model + "]";
  }
}
