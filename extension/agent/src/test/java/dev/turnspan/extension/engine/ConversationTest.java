/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import static dev.turnspan.extension.engine.EngineFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.ToolResult;
import dev.turnspan.semconv.TurnspanAttributes;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final EngineFixture fixture = new EngineFixture();

  @Test
  void callsBelowOneServerSpan_areATurnForEachConversationThatTheyName() {
    Span server = fixture.server();
    Context.root()
        .with(server)
        .wrap(
            () -> {
              for (String conversation : new String[] {"c-1", "c-2", "c-1", "c-2"}) {
                fixture.engine.startCall(EngineFixture.start(conversation, List.of())).end();
                fixture.clock.advance(10);
              }
            })
        .run();
    fixture.endServer(server);

    assertThat(fixture.spans("turn"))
        .extracting(
            turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID),
            turn -> attribute(turn, TurnspanAttributes.STEP_COUNT))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("c-1", 2L),
            org.assertj.core.groups.Tuple.tuple("c-2", 2L));
    assertThat(fixture.engine.openEntries()).isZero();
  }

  @Test
  void callThatNamesNone_belongsToTheTurnThatIsOpen() {
    Span server = fixture.server();
    Context.root()
        .with(server)
        .wrap(
            () -> {
              fixture.engine.startCall(EngineFixture.start("c-1", List.of())).end();
              fixture.call().end();
            })
        .run();
    fixture.endServer(server);

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.STEP_COUNT)).isEqualTo(2);
  }

  @Test
  void header_namesTheConversationUnlessTheBaggageDoes() {
    Context header = ConversationSources.withHeader(Context.root(), "from-header");
    Context both = header.with(Baggage.builder().put("conversation.id", "from-baggage").build());
    header
        .wrap(
            () -> {
              fixture.call().end();
            })
        .run();
    fixture.clock.advance(1);
    both.wrap(
            () -> {
              fixture.call().end();
            })
        .run();

    assertThat(fixture.spans("turn"))
        .extracting(
            turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID),
            turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID_SOURCE))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("from-header", "header"),
            org.assertj.core.groups.Tuple.tuple("from-baggage", "baggage"));
  }

  @Test
  void chainOfAnswers_hasTheConversationThatItsFirstRequestNamed() {
    Call first = fixture.engine.startCall(EngineFixture.start("c-1", List.of()));
    first.continues(null);
    first.responseId("resp_1");
    first.end();
    fixture.clock.advance(1);
    Call second = fixture.call();
    second.continues("resp_1");
    second.responseId("resp_2");
    second.end();
    fixture.clock.advance(1);
    Call third = fixture.call();
    third.continues("resp_2");
    third.end();

    assertThat(fixture.spans("turn"))
        .extracting(
            turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID),
            turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID_SOURCE))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("c-1", "request"),
            org.assertj.core.groups.Tuple.tuple("c-1", "chain"),
            org.assertj.core.groups.Tuple.tuple("c-1", "chain"));
  }

  @Test
  void requestThatFollowsAnAnswer_namesTheConversationBeforeTheStepThatAskedIsOver() {
    Call asks = fixture.call();
    asks.continues(null);
    asks.responseId("resp_1");
    asks.requestedTool("call_1", "rates", null);
    asks.end();
    ToolResult brought = new ToolResult("call_1", 1, false);
    fixture.engine.startCall(EngineFixture.start(null, List.of(brought)).after("resp_1")).end();

    assertThat(fixture.spans("step"))
        .hasSize(2)
        .extracting(step -> attribute(step, TurnspanAttributes.CONVERSATION_ID))
        .containsOnly("resp_1");
    assertThat(attribute(fixture.span("tool-call"), TurnspanAttributes.CONVERSATION_ID))
        .isEqualTo("resp_1");
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID_SOURCE))
        .isEqualTo("chain");
  }

  @Test
  void conversationThatIsNamedLate_isOnAllSpansThatAreStillOpen() {
    Call asks = fixture.call();
    asks.requestedTool("call_1", "rates", null);
    asks.end();
    Call answers = fixture.call(new ToolResult("call_1", 1, false));
    answers.conversationId("c-9");
    answers.end();

    assertThat(fixture.spans("provider.request"))
        .extracting(span -> attribute(span, TurnspanAttributes.CONVERSATION_ID))
        .containsExactly(null, "c-9");
    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID))
        .isEqualTo("c-9");
  }

  @Test
  void inferred_isTheSameForTheSameBeginningAndASaltedHash() {
    TurnEngine first = inferring("pepper");
    TurnEngine same = inferring("pepper");
    TurnEngine other = inferring("");
    for (TurnEngine engine : List.of(first, same, other)) {
      engine.startCall(saying("You help.Hello")).end();
      fixture.clock.advance(1);
    }
    first.startCall(saying("You help.Good bye")).end();

    List<SpanData> turns = fixture.spans("turn");
    assertThat(turns)
        .extracting(turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID_SOURCE))
        .containsOnly("inferred");
    List<String> ids =
        turns.stream().map(turn -> attribute(turn, TurnspanAttributes.CONVERSATION_ID)).toList();
    assertThat(ids.get(1)).isEqualTo(ids.get(0)).matches("[0-9a-f]{32}");
    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    assertThat(ids.get(3)).isNotEqualTo(ids.get(0));
  }

  @Test
  void inferred_isNotAskedForUnlessWanted() {
    fixture
        .engine
        .startCall(
            new CallStart(
                "chat",
                "openai",
                "m",
                false,
                null,
                null,
                List.of(),
                () -> {
                  throw new AssertionError("asked");
                }))
        .end();

    assertThat(attribute(fixture.span("turn"), TurnspanAttributes.CONVERSATION_ID)).isNull();
  }

  private TurnEngine inferring(String salt) {
    return new TurnEngine(
        fixture.tracer,
        fixture,
        new EngineSettings(true, Duration.ofSeconds(60), true, salt),
        fixture.clock);
  }

  private static CallStart saying(String text) {
    return new CallStart("chat", "openai", "m", false, null, null, List.of(), () -> text);
  }
}
