/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import static dev.turnspan.it.springai.Models.name;
import static dev.turnspan.it.springai.Models.openAi;

import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Scenario;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import reactor.core.publisher.Flux;

/** The chat client's answers in one piece. */
final class Clients {

  private Clients() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("client", seen -> plain(seen, "n3", "client"));
    scenarios.put("clientFails", seen -> plain(seen, "status401", "clientFails"));
    scenarios.put("toolTurn", seen -> withTools(seen, "tool", "toolTurn", Models.weather()));
    scenarios.put(
        "parallelTools",
        seen -> withTools(seen, "tools2", "parallelTools", Models.weather(), Models.population()));
    scenarios.put(
        "clientToolRounds",
        seen -> withTools(seen, "toolrounds2", "clientToolRounds", Models.weather()));
    String throwing = Models.throwing("clientToolThrows");
    scenarios.put(throwing, seen -> withTools(seen, "tool", throwing, broken()));
    scenarios.put(
        "clientToolAsks",
        seen ->
            withTools(
                seen,
                "tool",
                "clientToolAsks",
                asking(Models.client(openAi(name("n2", "clientToolAsks"))))));
    Advisor limit = Models.limit();
    if (limit != null) {
      scenarios.put("clientLimited", seen -> limited(seen, limit));
    }
    scenarios.put("clientEntity", Clients::entity);
    scenarios.put("clientAdvised", Clients::advised);
    scenarios.put("clientNamedDefault", Clients::namedDefault);
    scenarios.put("clientMemory", Clients::memory);
    scenarios.put("clientNotSubscribed", Clients::notSubscribed);
  }

  private static void plain(Observation seen, String script, String scenario) {
    ChatClient client = Models.client(openAi(name(script, scenario)));
    seen.call("answer", () -> client.prompt().user("hi").call().content());
    seen.value("after the call", "goes on");
  }

  private static void withTools(
      Observation seen, String script, String scenario, ToolCallback... tools) {
    ChatClient client = Models.client(openAi(name(script, scenario)));
    seen.call(
        "answer",
        () ->
            client
                .prompt()
                .user("hi")
                .toolCallbacks(tools)
                .advisors(spec -> spec.param(ChatMemory.CONVERSATION_ID, "c-" + scenario))
                .call()
                .content());
    seen.value("after the call", "goes on");
  }

  private static void limited(Observation seen, Advisor limit) {
    ChatClient client = Models.client(openAi(name("toolrounds3", "clientLimited")));
    seen.call(
        "answer",
        () ->
            Models.describe(
                client
                    .prompt()
                    .user("hi")
                    .toolCallbacks(Models.weather())
                    .advisors(limit)
                    .call()
                    .chatResponse()));
  }

  static ToolCallback broken() {
    return FunctionToolCallback.<Map<String, Object>, String>builder(
            "temperature",
            city -> {
              throw new IllegalArgumentException("cold");
            })
        .description("Tells the temperature")
        .inputType(Map.class)
        .build();
  }

  private static ToolCallback asking(ChatClient other) {
    return FunctionToolCallback.<Map<String, Object>, String>builder(
            "weather", city -> String.valueOf(other.prompt().user("hi").call().content()))
        .description("Asks another model")
        .inputType(Map.class)
        .build();
  }

  /** The answer is no JSON: what the library throws then, it throws after the turn. */
  private static void entity(Observation seen) {
    ChatClient client = Models.client(openAi(name("n3", "clientEntity")));
    try {
      seen.value("entity", client.prompt().user("hi").call().entity(City.class));
    } catch (RuntimeException e) {
      seen.value("no entity", e.getClass().getSimpleName());
    }
  }

  private static void advised(Observation seen) {
    ChatClient client = Models.client(openAi(name("n3", "clientAdvised")));
    seen.call(
        "answer", () -> client.prompt().user("hi").advisors(new Noting(seen)).call().content());
  }

  /** The library's own id for "no conversation was named". */
  private static void namedDefault(Observation seen) {
    ChatClient client = Models.client(openAi(name("n3", "clientNamedDefault")));
    seen.call(
        "answer",
        () ->
            client
                .prompt()
                .user("hi")
                .advisors(spec -> spec.param(ChatMemory.CONVERSATION_ID, "default"))
                .call()
                .content());
  }

  /** Two turns of one conversation; the first versions know it from the memory alone. */
  private static void memory(Observation seen) throws ReflectiveOperationException {
    MessageChatMemoryAdvisor.Builder memory =
        MessageChatMemoryAdvisor.builder(MessageWindowChatMemory.builder().build());
    boolean memoryNames = Models.has(memory.getClass().getName(), "conversationId");
    if (memoryNames) {
      Models.set(memory, "conversationId", "c-clientMemory");
    }
    ChatClient client =
        ChatClient.builder(openAi(name("n3", "clientMemory")))
            .defaultAdvisors(memory.build())
            .defaultAdvisors(
                spec ->
                    spec.params(
                        memoryNames
                            ? Map.of()
                            : Map.of(ChatMemory.CONVERSATION_ID, "c-clientMemory")))
            .build();
    seen.call("first answer", () -> client.prompt().user("hi").call().content());
    seen.call("second answer", () -> client.prompt().user("and then?").call().content());
  }

  /** A stream that nobody subscribes to asks nothing, and leaves no trace. */
  private static void notSubscribed(Observation seen) {
    ChatClient client = Models.client(openAi(name("n2", "clientNotSubscribed")));
    Flux<String> stream = client.prompt().user("hi").stream().content();
    seen.value("assembled", stream != null);
    seen.call("answer", () -> client.prompt().user("hi").call().content());
  }

  /** What an answer is turned into. */
  record City(String name) {}

  /** An application's advisor, which finds its own context on both ways. */
  private record Noting(Observation seen) implements CallAdvisor {
    @Override
    public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
      seen.value("before", "advised");
      ChatClientResponse response = chain.nextCall(request);
      seen.value("after", "advised");
      return response;
    }

    @Override
    public String getName() {
      return "noting";
    }

    @Override
    public int getOrder() {
      return 0;
    }
  }
}
