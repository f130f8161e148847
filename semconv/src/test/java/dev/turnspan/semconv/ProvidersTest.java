/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProvidersTest {

  @ParameterizedTest
  @CsvSource({
    "openai,openai",
    "OPEN_AI,openai",
    "openai.chat,openai",
    "az.ai.openai,azure.ai.openai",
    "azure-openai,azure.ai.openai",
    "azure-openai.chat,azure.ai.openai",
    "AZURE_AI_INFERENCE,azure.ai.inference",
    "anthropic.messages,anthropic",
    "amazon-bedrock,aws.bedrock",
    "bedrock_converse,aws.bedrock",
    "google.generative-ai,gcp.gemini",
    "gcp.gemini,gcp.gemini",
    "gcp.vertex.agent,gcp.vertex_ai",
    "google-vertex.chat,gcp.vertex_ai",
    "xai.chat,x_ai",
    "IBM watsonx,ibm.watsonx.ai",
    "mistralai,mistral_ai",
    "Hugging Face,huggingface"
  })
  void knownName_isTheWellKnownValue(String raw, String provider) {
    assertThat(Providers.canonical(raw)).isEqualTo(provider);
  }

  @ParameterizedTest
  @CsvSource({"Acme-AI,acme-ai", "acme.chat,acme", "aws.sagemaker,aws.sagemaker"})
  void unknownName_passesLowerCased(String raw, String provider) {
    assertThat(Providers.canonical(raw)).isEqualTo(provider);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "none", "unknown", "OTHER", "_OTHER", "langchain", "spring_ai", ".chat"})
  void placeholderOrFramework_isNull(String raw) {
    assertThat(Providers.canonical(raw)).isNull();
  }

  @Test
  void everyTarget_mapsToItself() {
    for (String[] row : TsvTable.rows("providers.tsv")) {
      if (!row[2].equals(TsvTable.NONE)) {
        assertThat(Providers.canonical(row[2])).as(row[1]).isEqualTo(row[2]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api.openai.com,openai",
    "EU.api.openai.com,openai",
    "acme.openai.azure.com,azure.ai.openai",
    "acme.services.ai.azure.com,azure.ai.inference",
    "models.inference.ai.azure.com,github",
    "api.anthropic.com,anthropic",
    "generativelanguage.googleapis.com,gcp.gemini",
    "us-central1-aiplatform.googleapis.com,gcp.vertex_ai",
    "aiplatform.googleapis.com,gcp.vertex_ai",
    "bedrock-runtime.eu-west-1.amazonaws.com,aws.bedrock",
    "api.mistral.ai,mistral_ai",
    "api.deepseek.com,deepseek",
    "api.groq.com,groq",
    "api.x.ai,x_ai",
    "openrouter.ai,openrouter",
    "api.cohere.com,cohere",
    "api.perplexity.ai,perplexity",
    "api.together.xyz,together_ai",
    "dashscope-intl.aliyuncs.com,alibaba_cloud",
    "api.moonshot.cn,moonshot_ai"
  })
  void knownHost_isItsProvider(String host, String provider) {
    assertThat(Providers.ofHost(host)).isEqualTo(provider);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "localhost",
        "127.0.0.1",
        "gateway.acme.com",
        ".openai.azure.com",
        "bedrock-runtime.amazonaws.com",
        "api.openai.com.acme.com"
      })
  void otherHost_isNull(String host) {
    assertThat(Providers.ofHost(host)).isNull();
  }
}
