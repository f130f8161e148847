/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks the AWS SDK's client for Bedrock's runtime. */
public final class BedrockModule extends LlmModule {

  /** Called by the agent. */
  public BedrockModule() {
    super(
        "aws-bedrock",
        "the AWS SDK's Bedrock runtime",
        "software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient");
  }

  @Override
  protected List<TypeInstrumentation> hooks() {
    return List.of(new BlockingClientHook(), new AsyncClientHook(), new HttpRequestHook());
  }
}
