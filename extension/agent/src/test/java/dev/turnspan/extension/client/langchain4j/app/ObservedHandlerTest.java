/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ObservedHandlerTest {

  private static final ChatResponse RESPONSE =
      ChatResponse.builder().id("r-1").aiMessage(AiMessage.from("done")).build();

  private final RecordedCall recorded = new RecordedCall();

  @Test
  void part_isNotedBeforeItIsPassedOnInTheCallersContext() {
    observe(new Application()).onPartialResponse("hello");

    assertThat(recorded.events())
        .containsExactly("chunk[1]", "in the caller's context", "application: hello", "out of it");
  }

  @Test
  void emptyPart_isNoToken() {
    observe(new Application()).onPartialResponse("");

    assertThat(recorded.events()).first().isEqualTo("chunk[0]");
  }

  @Test
  void afterTheFirstToken_partsAreNotLookedAt() {
    recorded.firstTokenCame();

    observe(new Application()).onPartialResponse("");

    assertThat(recorded.events()).first().isEqualTo("chunk[1]");
  }

  @Test
  void completeResponse_endsTheCallBeforeTheApplicationGoesOn() {
    observe(new Application()).onCompleteResponse(RESPONSE);

    assertThat(recorded.events())
        .contains("responseId[r-1]")
        .containsSubsequence("end", "in the caller's context", "application: r-1", "out of it");
  }

  @Test
  void error_failsTheCall() {
    observe(new Application()).onError(new IllegalArgumentException("from the provider"));

    assertThat(recorded.events())
        .startsWith("fail[java.lang.IllegalArgumentException: from the provider, 0]");
  }

  @Test
  void whatTheHandlerThrows_comesOutAsItIsAndIsNotTheCallsFailure() {
    IllegalStateException own = new IllegalStateException("own");
    StreamingChatResponseHandler observed =
        observe(
            new Application() {
              @Override
              public void onPartialResponse(String part) {
                throw own;
              }
            });

    assertThatThrownBy(() -> observed.onPartialResponse("hello")).isSameAs(own);
    observed.onError(new RuntimeException(own));

    assertThat(recorded.events())
        .contains("out of it")
        .noneMatch(event -> event.startsWith("fail"));
  }

  @Test
  void methodsOfLaterVersions_reachTheHandlerAndAreKnownByName() {
    Later observed = (Later) observe(new LaterApplication());

    observed.onPartialThinking(new Thinking("hm"));
    observed.onPartialToolCall("part");
    observed.onCompleteToolCall("whole");
    observed.onSomethingNew("new");

    assertThat(recorded.events().stream().filter(event -> !event.contains("context")).toList())
        .containsExactly(
            "chunk[2]",
            "application: thinking",
            "out of it",
            "chunk[3]",
            "application: part",
            "out of it",
            "chunk[0]",
            "application: whole",
            "out of it",
            "application: new",
            "out of it");
  }

  @Test
  void completeToolCall_isAChunkWhereItDidNotComeInParts() {
    ((Later) observe(new LaterApplication())).onCompleteToolCall("whole");

    assertThat(recorded.events()).first().isEqualTo("chunk[3]");
  }

  @Test
  void identity_isThatOfTheHandler() {
    Application handler = new Application();
    StreamingChatResponseHandler observed = observe(handler);

    assertThat(Set.of(observed)).contains(observed);
    assertThat(observed)
        .isEqualTo(observe(handler))
        .isNotEqualTo(observe(new Application()))
        .hasSameHashCodeAs(handler)
        .hasToString(handler.toString());
  }

  @Test
  void interfaceThatIsNotPublic_isLeftOut() {
    assertThat(observe(new HiddenApplication())).isNotInstanceOf(Hidden.class);
  }

  private StreamingChatResponseHandler observe(StreamingChatResponseHandler handler) {
    return ObservedHandler.of(handler, recorded.call());
  }

  /** What an application may get in a version that this is not compiled against. */
  public interface Later extends StreamingChatResponseHandler {
    void onPartialThinking(Thinking thinking);

    void onPartialToolCall(Object part);

    void onCompleteToolCall(Object call);

    void onSomethingNew(Object event);
  }

  /** Has its text where the library's own classes have it. */
  public record Thinking(String text) {}

  interface Hidden {}

  private class Application implements StreamingChatResponseHandler {
    @Override
    public void onPartialResponse(String part) {
      recorded.note("application: " + part);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      recorded.note("application: " + response.id());
    }

    @Override
    public void onError(Throwable error) {
      recorded.note("application: " + error);
    }
  }

  private final class LaterApplication extends Application implements Later {
    @Override
    public void onPartialThinking(Thinking thinking) {
      recorded.note("application: thinking");
    }

    @Override
    public void onPartialToolCall(Object part) {
      recorded.note("application: " + part);
    }

    @Override
    public void onCompleteToolCall(Object call) {
      recorded.note("application: " + call);
    }

    @Override
    public void onSomethingNew(Object event) {
      recorded.note("application: " + event);
    }
  }

  private final class HiddenApplication extends Application implements Hidden {}
}
