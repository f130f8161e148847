/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;

/** Reads what InvokeModel answers: headers that are the same for all models, and their bodies. */
final class InvokeAnswers {

  /** No text is that long; images are, and tell nothing. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final String COUNT = "x-amzn-bedrock-%s-token-count";

  private InvokeAnswers() {}

  static void read(InvokeModelResponse response, Operation operation, Call call) {
    call.responseId(ConverseAnswers.requestId(response));
    Tokens counted = counted(response.sdkHttpResponse());
    counted.tell(call);
    SdkBytes body = response.body();
    boolean isRead = operation.isEmbeddings() && counted.fresh() >= 0;
    if (!isRead && body != null && body.asByteArrayUnsafe().length <= LONGEST_BODY) {
      JsonNode answer = JsonNode.parser().parse(body.asByteArrayUnsafe());
      ModelFamily family = ModelFamily.of(answer);
      if (family != null) {
        family.answer(answer, call);
      }
    }
  }

  private static Tokens counted(SdkHttpResponse response) {
    return response == null
        ? Tokens.UNKNOWN
        : new Tokens(
            count(response, "input"),
            count(response, "output"),
            count(response, "cache-read-input"),
            count(response, "cache-write-input"));
  }

  private static long count(SdkHttpResponse response, String what) {
    return response
        .firstMatchingHeader(COUNT.formatted(what))
        .map(InvokeAnswers::parsed)
        .orElse(-1L);
  }

  private static Long parsed(String number) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      return -1L;
    }
  }
}
