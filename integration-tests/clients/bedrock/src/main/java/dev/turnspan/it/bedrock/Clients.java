/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.bedrock;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** The clients of the program, with the HTTP clients that a user gets. */
final class Clients {

  /** Fails at once. */
  static final BedrockRuntimeClient STRICT = client(Program.provider(), 0);

  /** Tries again twice. */
  static final BedrockRuntimeClient PATIENT = client(Program.provider(), 2);

  /** Finds nobody. */
  static final BedrockRuntimeClient LOST = client(Program.nobody(), 0);

  static final BedrockRuntimeAsyncClient ASYNC = asyncClient(Program.provider(), 0);

  static final BedrockRuntimeAsyncClient PATIENT_ASYNC = asyncClient(Program.provider(), 2);

  static final BedrockRuntimeAsyncClient LOST_ASYNC = asyncClient(Program.nobody(), 0);

  private Clients() {}

  private static BedrockRuntimeClient client(String baseUrl, int retries) {
    return BedrockRuntimeClient.builder()
        .endpointOverride(endpoint(baseUrl))
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .overrideConfiguration(retrying(retries))
        .build();
  }

  private static BedrockRuntimeAsyncClient asyncClient(String baseUrl, int retries) {
    return BedrockRuntimeAsyncClient.builder()
        // The service speaks HTTP/2, for which the SDK asks; the simulator does not.
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
        .endpointOverride(endpoint(baseUrl))
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .overrideConfiguration(retrying(retries))
        .build();
  }

  private static URI endpoint(String baseUrl) {
    return URI.create(baseUrl.replace("/v1", ""));
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("id", Program.key()));
  }

  private static ClientOverrideConfiguration retrying(int retries) {
    return ClientOverrideConfiguration.builder()
        .retryPolicy(
            RetryPolicy.builder()
                .numRetries(retries)
                .backoffStrategy(BackoffStrategy.none())
                .throttlingBackoffStrategy(BackoffStrategy.none())
                .build())
        .build();
  }

  /** The model that answers by the script; its name ends with the scenario's. */
  static String claude(String script, String scenario) {
    return "anthropic.claude-sim-" + script + "-s" + scenario;
  }

  static String nova(String script, String scenario) {
    return "amazon.nova-sim-" + script + "-s" + scenario;
  }

  static String llama(String script, String scenario) {
    return "meta.llama-sim-" + script + "-s" + scenario;
  }

  /** Waits for the library's future and for what was attached to it. */
  static void await(Observation seen, CompletableFuture<?> future) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<?> unused =
        future.whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                seen.value("answer", answer);
              } else {
                seen.failure("failure", failure);
              }
              done.countDown();
            });
    seen.await("answer", done);
    seen.value("after the call", "goes on");
  }
}
