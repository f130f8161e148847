/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Chat completions as Azure serves them: a stream begins with the verdict on the prompt. */
final class AzureChatFormat implements WireFormat {

  private final ChatFormat chat = new ChatFormat();

  @Override
  public Prompt prompt(ObjectNode body) throws ApiError {
    return chat.prompt(body);
  }

  @Override
  public void planned(Prompt prompt, AnswerPlan plan) {
    chat.planned(prompt, plan);
  }

  @Override
  public ObjectNode whole(Prompt prompt, AnswerPlan plan) throws ApiError {
    ObjectNode whole = chat.whole(prompt, plan);
    verdict(whole);
    return whole;
  }

  @Override
  public StreamFormat stream(Prompt prompt, AnswerPlan plan, EventStream events) {
    return new ChatStream(prompt, plan, events) {
      @Override
      public void opened() throws IOException {
        ObjectNode first =
            Json.object().put("id", "").put("object", "").put("created", 0).put("model", "");
        first.putArray("choices");
        verdict(first);
        events.data(first);
        super.opened();
      }
    };
  }

  private static void verdict(ObjectNode target) {
    target
        .putArray("prompt_filter_results")
        .addObject()
        .put("prompt_index", 0)
        .putObject("content_filter_results")
        .putObject("hate")
        .put("filtered", false)
        .put("severity", "safe");
  }
}
