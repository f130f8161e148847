/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.types.Blob;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import dev.turnspan.bridge.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said before an answer, as a number. Most answers give no ids to the function calls that
 * they ask for. The request that brings the results repeats what was said before them, so that
 * number, the function's name and its place tell which answer it follows.
 */
final class ConversationSoFar {

  /** FNV-1a. */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;
  private final Map<String, Integer> calls = new HashMap<>(2);

  private ConversationSoFar() {}

  /** Of a request: all that its answer follows. */
  static ConversationSoFar of(@Nullable List<Content> contents) {
    ConversationSoFar all = new ConversationSoFar();
    for (Content content : contents == null ? List.<Content>of() : contents) {
      all.add(content);
    }
    return all;
  }

  /** The results that a request brings: what follows the last answer. */
  static List<ToolResult> results(@Nullable List<Content> given) {
    List<Content> contents = given == null ? List.of() : given;
    int answered = contents.size();
    while (answered > 0 && !isAnswer(contents.get(answered - 1))) {
      answered--;
    }
    if (answered == 0) {
      return List.of();
    }
    int asked = answered;
    while (asked > 0 && isAnswer(contents.get(asked - 1))) {
      asked--;
    }
    List<FunctionResponse> responses = new ArrayList<>(1);
    for (Content content : contents.subList(answered, contents.size())) {
      for (Part part : content.parts().orElse(List.of())) {
        part.functionResponse().ifPresent(responses::add);
      }
    }
    return responses.isEmpty()
        ? List.of()
        : results(responses, contents.subList(asked, answered), contents.subList(0, asked));
  }

  private static List<ToolResult> results(
      List<FunctionResponse> responses, List<Content> answer, List<Content> before) {
    ConversationSoFar conversation = of(before);
    List<ToolResult> results = new ArrayList<>(responses.size());
    for (FunctionResponse response : responses) {
      String function = response.name().orElse("");
      String proof = conversation.proof(function);
      String id = response.id().orElseGet(() -> conversation.latestId(function, answer));
      boolean error = response.response().map(map -> map.containsKey("error")).orElse(false);
      results.add(new ToolResult(id.isEmpty() ? proof : id, -1, error));
    }
    return results;
  }

  /** What the conversation began with, in the library's own words. */
  static @Nullable String first(
      @Nullable List<Content> contents, @Nullable GenerateContentConfig config) {
    Object system = config == null ? null : config.systemInstruction().orElse(null);
    return contents == null || contents.isEmpty() ? null : String.valueOf(system) + contents.get(0);
  }

  private static boolean isAnswer(Content content) {
    return content.role().orElse("").equals("model");
  }

  /** What proves that a result belongs to the next call of this function. */
  String proof(String function) {
    int place = calls.merge(function, 1, Integer::sum);
    return Long.toHexString(hash) + '/' + function + '/' + place;
  }

  /** Whoever leaves out the id of a result still repeats the call that had it; else empty. */
  private String latestId(String function, List<Content> answer) {
    int place = calls.getOrDefault(function, 1);
    return answer.stream()
        .flatMap(content -> content.parts().orElse(List.of()).stream())
        .flatMap(part -> part.functionCall().stream())
        .filter(call -> call.name().orElse("").equals(function))
        .skip(place - 1)
        .findFirst()
        .flatMap(FunctionCall::id)
        .orElse("");
  }

  private void add(Content content) {
    add(content.role().orElse(""));
    for (Part part : content.parts().orElse(List.of())) {
      add(part.text().orElse(""));
      FunctionCall call = part.functionCall().orElse(null);
      if (call != null) {
        add(call.name().orElse(""));
        add(call.args().map(Object::toString).orElse(""));
      }
      FunctionResponse response = part.functionResponse().orElse(null);
      if (response != null) {
        add(response.name().orElse(""));
        add(response.response().map(Object::toString).orElse(""));
      }
      byte[] data = part.inlineData().flatMap(Blob::data).orElse(null);
      if (data != null) {
        add(Integer.toString(data.length));
      }
    }
  }

  private void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    hash = (hash ^ '|') * PRIME;
  }
}
