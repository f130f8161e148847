/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /model/{id}/…}: Amazon Bedrock's runtime. The script is the end of the model's id.
 */
final class BedrockEndpoint implements Endpoint {

  private static final Pattern SCRIPTED = Pattern.compile("(?:.*?[-./])?(sim(?:-.*)?)");
  private static final byte[] GARBAGE = "{not json".getBytes(UTF_8);

  private final String operation;
  private final SimulatorState state;

  BedrockEndpoint(String operation, SimulatorState state) {
    this.operation = operation;
    this.state = state;
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws IOException {
    try {
      answer(body.path("model").asText(), body, reply);
    } catch (ApiError e) {
      refuse(e, reply);
    }
  }

  private void answer(String model, ObjectNode body, Reply reply) throws ApiError, IOException {
    int number = state.nextRequest(model);
    Matcher scripted = SCRIPTED.matcher(model);
    Brain brain =
        scripted.matches()
            ? new ScriptedBrain(ScriptParser.parse(scripted.group(1)), state)
            : new DemoBrain(state);
    // A signature is no key that an answer could repeat.
    brain.refuse(number, "");
    reply.header("x-amzn-RequestId", "req-" + model + "-" + number);
    boolean converse = operation.startsWith("converse");
    if (!converse && BedrockEmbeddings.isEmbedding(model)) {
      embed(model, number, body, reply);
      return;
    }
    BedrockFormat format = converse ? new ConverseFormat(false) : format(model);
    boolean stream = operation.endsWith("stream");
    AnswerPlan plan = brain.plan(format.prompt(model, stream, body), number);
    if (stream) {
      stream(plan, format, sinkOf(converse, model, reply));
    } else {
      whole(plan, format, converse, reply);
    }
  }

  private static BedrockFormat format(String model) throws ApiError {
    if (model.contains("anthropic.")) {
      return new ClaudeFormat();
    }
    if (model.contains("amazon.nova")) {
      return new ConverseFormat(true);
    }
    if (model.contains("meta.llama")) {
      return new LlamaFormat();
    }
    throw ApiError.badRequest("The provided model identifier is invalid: " + model);
  }

  private static void whole(AnswerPlan plan, BedrockFormat format, boolean converse, Reply reply)
      throws ApiError, IOException {
    plan.pace().pauseBeforeFirst();
    if (plan.finish() == Finish.FAILED) {
      throw ApiError.scriptedFailure();
    }
    if (!converse && plan.usage().reported()) {
      reply.header("x-amzn-bedrock-input-token-count", BedrockFormat.fresh(plan.usage()));
      reply.header("x-amzn-bedrock-output-token-count", plan.usage().output());
      reply.header("x-amzn-bedrock-cache-read-input-token-count", plan.usage().cached());
      reply.header(
          "x-amzn-bedrock-cache-write-input-token-count", BedrockFormat.written(plan.usage()));
    }
    AnswerEndpoint.sendWhole(plan, format.whole(plan), reply);
  }

  private void embed(String model, int number, ObjectNode body, Reply reply)
      throws ApiError, IOException {
    List<String> texts = BedrockEmbeddings.texts(body);
    Matcher scripted = SCRIPTED.matcher(model);
    int tokens =
        scripted.matches()
            ? ScriptParser.parse(scripted.group(1)).tokens().input()
            : TokenEstimate.of(String.join(" ", texts));
    reply.header("x-amzn-bedrock-input-token-count", tokens);
    reply.json(200, BedrockEmbeddings.answer(model, texts, tokens, model + "-" + number));
  }

  private static void stream(AnswerPlan plan, BedrockFormat format, Frames frames)
      throws IOException {
    new StreamPlayer(plan, format.stream(plan, frames), frames::garbage).play();
  }

  private static Frames sinkOf(boolean converse, String model, Reply reply) throws IOException {
    AmazonEventStream out = new AmazonEventStream(reply.stream(AmazonEventStream.CONTENT_TYPE));
    return new Frames(out, converse, model.contains("amazon.nova"));
  }

  private static void refuse(ApiError error, Reply reply) throws IOException {
    String type =
        switch (error.status()) {
          case 400, 405 -> "ValidationException";
          case 401, 403 -> "AccessDeniedException";
          case 404 -> "ResourceNotFoundException";
          case 408 -> "ModelTimeoutException";
          case 424 -> "ModelErrorException";
          case 429 -> "ThrottlingException";
          case 503 -> "ServiceUnavailableException";
          default -> "InternalServerException";
        };
    reply.header("x-amzn-RequestId", "req-refused");
    reply.header(
        "x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/com.amazon.bedrock/");
    reply.json(error.status(), Json.object().put("message", error.getMessage()));
  }

  /**
   * Converse has a message for each event. The others have messages that are all chunks, with the
   * model's own events inside.
   */
  private record Frames(AmazonEventStream out, boolean converse, boolean nova)
      implements BedrockFormat.Sink {

    @Override
    public void event(String type, ObjectNode event) throws IOException {
      if (converse) {
        out.event(type, Json.bytes(event));
        return;
      }
      ObjectNode inner = nova ? Json.object() : event;
      if (nova) {
        inner.set(type, event);
      }
      String bytes = Base64.getEncoder().encodeToString(Json.bytes(inner));
      out.event("chunk", Json.bytes(Json.object().put("bytes", bytes)));
    }

    @Override
    public void exception() throws IOException {
      ObjectNode error =
          Json.object()
              .put("message", "scripted failure")
              .put("originalStatusCode", 500)
              .put("originalMessage", "scripted");
      out.exception("modelStreamErrorException", Json.bytes(error));
    }

    void garbage() throws IOException {
      out.event(converse ? "contentBlockDelta" : "chunk", GARBAGE);
    }
  }
}
