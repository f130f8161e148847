/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.NoopEngine;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

final class InvokeEventsTest {

  private final InvokeEvents events = new InvokeEvents();
  private final List<String> told = new ArrayList<>();
  private boolean awaitsFirstToken = true;

  @Test
  void claudesDeltas_areNotParsedAfterTheFirst() {
    read("{'type':'message_start','message':{'model':'m','usage':{'input_tokens':5}}}");
    read("{'type':'content_block_delta','delta':{'type':'text_delta','text':''}}");
    read("{'type':'content_block_delta','delta':{'type':'text_delta','text':'a'}}");
    awaitsFirstToken = false;
    read("not parsed: 'content_block_delta'");
    read("{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':2}}");

    assertThat(told)
        .containsExactly(
            "responseModel[m]",
            "usage[5, -1, -1, -1, -1]",
            "chunk[0]",
            "chunk[0]",
            "chunk[1]",
            "chunk[1]",
            "finishReason[end_turn]",
            "usage[5, 2, -1, -1, -1]",
            "chunk[0]");
  }

  @Test
  void aWordOfTheProtocolInsideAText_isNoDelta() {
    read("{'type':'message_start','message':{}}");
    awaitsFirstToken = false;
    told.clear();
    read("{'type':'ping','note':'\\'content_block_delta\\''}");

    assertThat(told).containsExactly("chunk[0]");
  }

  @Test
  void metricsOfTheService_areTheLastWord() {
    read("{'generation':'a','prompt_token_count':4,'generation_token_count':1}");
    told.clear();
    read(
        "{'generation':'','stop_reason':'stop','amazon-bedrock-invocationMetrics':{"
            + "'inputTokenCount':4,'outputTokenCount':2,'cacheReadInputTokenCount':3}}");

    assertThat(told)
        .containsExactly(
            "finishReason[stop]", "usage[4, -1, -1, -1, -1]", "chunk[0]", "usage[7, 2, 3, -1, -1]");
  }

  @Test
  void unknownBody_isAChunk() {
    read("{'something':'else'}");

    assertThat(told).containsExactly("chunk[1]");
  }

  private void read(String json) {
    SdkBytes bytes = SdkBytes.fromUtf8String(json.replace('\'', '"'));
    events.read(ResponseStream.chunkBuilder().bytes(bytes).build(), call());
  }

  private Call call() {
    return (Call)
        Proxy.newProxyInstance(
            Call.class.getClassLoader(),
            new Class<?>[] {Call.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("awaitsFirstToken")) {
                return awaitsFirstToken;
              }
              if (arguments != null && arguments[0] != null) {
                told.add(method.getName() + Arrays.toString(arguments));
              }
              return method.invoke(NoopEngine.CALL, arguments);
            });
  }
}
