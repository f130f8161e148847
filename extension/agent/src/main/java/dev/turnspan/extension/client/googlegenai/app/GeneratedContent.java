/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.types.BlockedReason;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.Part;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Chunk;
import dev.turnspan.extension.app.ChunkReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an answer, in one piece or in many: a chunk is an answer as well. */
final class GeneratedContent implements ChunkReader<GenerateContentResponse> {

  private final @Nullable ConversationSoFar asked;
  private boolean headRead;
  private int toolCalls;
  private @Nullable GenerateContentResponseUsageMetadata usage;

  /**
   * Has read nothing yet.
   *
   * @param asked what the answer follows; null if it has no tools to ask for
   */
  GeneratedContent(@Nullable ConversationSoFar asked) {
    this.asked = asked;
  }

  @Override
  public void read(GenerateContentResponse chunk, Call call) {
    List<Candidate> candidates = chunk.candidates().orElse(List.of());
    int kind = Chunk.NONE;
    for (int i = 0; i < candidates.size(); i++) {
      int found = parts(candidates.get(i), call);
      kind = kind == Chunk.NONE ? found : kind;
    }
    call.chunk(kind);
    facts(chunk, candidates, call);
  }

  /** Reads an answer in one piece. */
  void answer(GenerateContentResponse answer, Call call) {
    List<Candidate> candidates = answer.candidates().orElse(List.of());
    for (int i = 0; i < candidates.size(); i++) {
      parts(candidates.get(i), call);
    }
    facts(answer, candidates, call);
  }

  private void facts(GenerateContentResponse chunk, List<Candidate> candidates, Call call) {
    if (!headRead) {
      headRead = true;
      call.responseId(chunk.responseId().orElse(null));
      call.responseModel(chunk.modelVersion().orElse(null));
    }
    for (int i = 0; i < candidates.size(); i++) {
      FinishReason reason = candidates.get(i).finishReason().orElse(null);
      if (reason != null) {
        call.finishReason(finishReason(reason.toString()));
      }
    }
    if (chunk.promptFeedback().isPresent()) {
      BlockedReason reason = chunk.promptFeedback().get().blockReason().orElse(null);
      call.finishReason(reason == null ? null : reason.toString());
    }
    usage(chunk.usageMetadata().orElse(null), call);
  }

  /** An answer that asks for tools ends like any other. */
  private String finishReason(String reason) {
    return toolCalls > 0 && reason.equals("STOP") ? "tool_calls" : reason;
  }

  private int parts(Candidate candidate, Call call) {
    Content content = candidate.content().orElse(null);
    List<Part> parts = content == null ? List.of() : content.parts().orElse(List.of());
    int kind = Chunk.NONE;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int found = kind(part);
      kind = kind == Chunk.NONE ? found : kind;
      FunctionCall function = part.functionCall().orElse(null);
      if (function != null) {
        requested(function, call);
      }
    }
    return kind;
  }

  private void requested(FunctionCall function, Call call) {
    String name = function.name().orElse("");
    String proof = asked == null ? null : asked.proof(name);
    call.requestedTool(function.id().orElse(null), name, proof);
    call.requestedTools(++toolCalls);
  }

  private static int kind(Part part) {
    if (part.functionCall().isPresent()) {
      return Chunk.TOOL_CALL;
    }
    Optional<String> text = part.text();
    if (text.isEmpty() || text.get().isEmpty()) {
      return Chunk.NONE;
    }
    return part.thought().orElse(false) ? Chunk.REASONING : Chunk.TEXT;
  }

  /** The last report is the one that counts; most chunks repeat the one before. */
  private void usage(@Nullable GenerateContentResponseUsageMetadata reported, Call call) {
    if (reported == null || reported.equals(usage)) {
      return;
    }
    usage = reported;
    long thoughts = number(reported.thoughtsTokenCount());
    call.usage(
        // What tools of the provider put into the prompt is counted beside it.
        sum(number(reported.promptTokenCount()), number(reported.toolUsePromptTokenCount())),
        sum(number(reported.candidatesTokenCount()), thoughts),
        number(reported.cachedContentTokenCount()),
        -1,
        thoughts);
  }

  private static long sum(long a, long b) {
    return a < 0 ? b : a + Math.max(b, 0);
  }

  private static long number(Optional<Integer> count) {
    return count.isPresent() ? count.get() : -1;
  }
}
