/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.turnspan.examples.chat.ChatSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for the whole service: it owns a connection pool. */
@Configuration(proxyBeanMethods = false)
class OpenAiConfiguration {

  @Bean(destroyMethod = "close")
  OpenAIClient openAiClient(ChatSettings settings) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(settings.providerUrl())
        .apiKey(settings.providerKey())
        .timeout(settings.timeout())
        .maxRetries(settings.maxRetries())
        .build();
  }
}
