/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Whichever API it is: the logic is the same, the wire format is not. */
final class AnswerEndpoint implements Endpoint {

  private final WireFormat format;
  private final SimulatorState state;

  AnswerEndpoint(WireFormat format, SimulatorState state) {
    this.format = format;
    this.state = state;
  }

  @Override
  public void answer(ObjectNode body, Reply reply) throws ApiError, IOException {
    Prompt prompt = format.prompt(body);
    Brain brain = brain(prompt.model());
    int number = state.nextRequest(prompt.model());
    brain.refuse(number, reply.authorization());
    AnswerPlan plan = brain.plan(prompt, number);
    format.planned(prompt, plan);
    if (prompt.stream()) {
      EventStream events = format.open(reply);
      new StreamPlayer(plan, format.stream(prompt, plan, events), events).play();
    } else {
      sendWhole(plan, format.whole(prompt, plan), reply);
    }
  }

  @Override
  public ObjectNode error(ApiError error) {
    return format.error(error);
  }

  private Brain brain(String model) throws ApiError {
    return Script.isScript(model)
        ? new ScriptedBrain(ScriptParser.parse(model), state)
        : new DemoBrain(state);
  }

  static void sendWhole(AnswerPlan plan, ObjectNode body, Reply reply)
      throws ApiError, IOException {
    plan.pace().pauseBeforeFirst();
    switch (plan.fault().kind()) {
      case NONE -> reply.json(200, body);
      case CUT -> reply.cutInHalf(Json.bytes(body));
      case MALFORMED -> reply.whole(200, "{not json".getBytes(UTF_8));
      case ERROR_EVENT -> throw ApiError.scriptedFailure();
      case HANG -> Pace.hang();
    }
  }
}
