/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NormalizerTest {

  private static SpanData normalize(Attributes attributes, boolean drop, boolean enclosing) {
    return new Normalizer(drop)
        .normalize(
            ForeignData.of(attributes), enclosing ? ForeignData.IN_CALL : Surroundings.UNKNOWN);
  }

  private static AttributesBuilder chat() {
    return Attributes.builder()
        .put("gen_ai.operation.name", "chat")
        .put("gen_ai.usage.input_tokens", 10)
        .put("gen_ai.usage.output_tokens", "2");
  }

  @Test
  void dropOriginals_leavesCanonicalAndUnknownKeysOnly() {
    SpanData normalized =
        normalize(
            chat()
                .put("gen_ai.response.model", "none")
                .put("gen_ai.request.temperature", 0.5)
                .put("gen_ai.usage.total_tokens", 12)
                .put("session.id", "s")
                .put("server.address", "api.openai.com")
                .put("outcome", "SUCCESS")
                .put("error.type", "timeout")
                .build(),
            true,
            false);
    assertThat(normalized.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("spanRole", "provider.request")
                .put("operation", "chat")
                .put("usage.inputTokens", 10)
                .put("usage.outputTokens", 2)
                .put("usage.reported", true)
                .put("provider", "openai")
                .put("conversationId", "s")
                .put("gen_ai.request.temperature", 0.5)
                .put("session.id", "s")
                .put("server.address", "api.openai.com")
                .put("outcome", "SUCCESS")
                .put("error.type", "timeout")
                .build());
    assertThat(normalized.getTotalAttributeCount()).isEqualTo(normalized.getAttributes().size());
  }

  @Test
  void requestModelAlone_isNoLlmSpan() {
    SpanData span =
        ForeignData.of(
            Attributes.builder()
                .put("rpc.system", "aws-api")
                .put("gen_ai.request.model", "amazon.titan")
                .put("input_tokens", "5")
                .build());
    assertThat(new Normalizer(true).normalize(span, Surroundings.UNKNOWN)).isSameAs(span);
  }

  @Test
  void ownSpan_passesUnchanged() {
    SpanData span = ForeignData.of("dev.turnspan", chat().build());
    assertThat(new Normalizer(true).normalize(span, Surroundings.UNKNOWN)).isSameAs(span);
  }

  @Test
  void markedDuplicate_losesCanonicalUsageAndMovesGenAiUsage() {
    SpanData normalized =
        normalize(
            chat().put("spanRole", "other").put("llm.token_count.prompt", 10).build(),
            false,
            false);
    assertThat(normalized.getName()).isEqualTo("chat");
    assertThat(normalized.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("gen_ai.operation.name", "chat")
                .put("duplicate.gen_ai.usage.input_tokens", 10)
                .put("duplicate.gen_ai.usage.output_tokens", "2")
                .put("llm.token_count.prompt", 10)
                .put("spanRole", "other")
                .put("operation", "chat")
                .build());
    assertThat(normalized.getTotalAttributeCount()).isEqualTo(6);
  }

  @Test
  void spanAroundOwnCall_isOtherWithoutUsage() {
    SpanData normalized = normalize(chat().build(), true, true);
    assertThat(normalized.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("duplicate.gen_ai.usage.input_tokens", 10)
                .put("duplicate.gen_ai.usage.output_tokens", "2")
                .put("spanRole", "other")
                .put("operation", "chat")
                .build());
  }

  @Test
  void toolSpanAroundOwnCall_staysATool() {
    SpanData normalized =
        normalize(
            Attributes.builder().put("gen_ai.operation.name", "execute_tool").build(), false, true);
    assertThat(normalized.getAttributes().get(AttributeKey.stringKey("spanRole")))
        .isEqualTo("tool-call");
  }

  @Test
  void failedTool_isError() {
    SpanData span =
        ForeignData.of(
            "io.example",
            Attributes.builder().put("gen_ai.tool.name", "t").build(),
            StatusData.error());
    assertThat(new Normalizer(false).normalize(span, Surroundings.UNKNOWN).getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("gen_ai.tool.name", "t")
                .put("toolName", "t")
                .put("spanRole", "tool-call")
                .put("isError", true)
                .build());
  }

  @Test
  void severalChoices_theMostTellingReasonWins() {
    assertThat(
            normalize(
                    Attributes.builder()
                        .put(stringArrayKey("gen_ai.response.finish_reasons"), "stop", "length")
                        .build(),
                    false,
                    false)
                .getAttributes()
                .get(AttributeKey.stringKey("finishReason")))
        .isEqualTo("length");
  }

  @Test
  void dataThatThrows_comesBackUnchanged() {
    SpanData hostile =
        new DelegatingSpanData(ForeignData.of(chat().build())) {
          @Override
          public Attributes getAttributes() {
            throw new IllegalStateException("hostile");
          }
        };
    assertThat(new Normalizer(false).normalize(hostile, Surroundings.UNKNOWN)).isSameAs(hostile);
  }

  @Test
  void nameWithTwoTypes_theTypeOfTheContractWins() {
    Attributes twice =
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.usage.input_tokens", "7")
            .put("gen_ai.usage.input_tokens", 8)
            .put(stringArrayKey("model"), List.of("a"))
            .put("model", "b")
            .build();
    Attributes normalized = normalize(twice, false, false).getAttributes();
    assertThat(normalized.get(AttributeKey.stringKey("model"))).isEqualTo("b");
    assertThat(normalized.get(AttributeKey.longKey("usage.inputTokens"))).isEqualTo(8);
  }
}
