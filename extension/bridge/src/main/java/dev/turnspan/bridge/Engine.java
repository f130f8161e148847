/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

import org.jspecify.annotations.Nullable;

/** The one place that knows which turns, steps and requests are open. No method throws. */
public interface Engine {

  /** A framework's unit of work begins; nested in another one it is part of that. */
  Turn startTurn();

  /** A method begins that the user named as a turn; within another turn it is part of that. */
  Turn startMethodTurn();

  /** The turn in the current context, or one that does nothing. */
  Turn currentTurn();

  /** A model call begins. Within an open call it is that call's exchange on a lower level. */
  Call startCall(CallStart start);

  /**
   * The call of the current context whose request one of this operation would be; null if there is
   * none. It may be over: a library may send the request of a call that was cancelled before.
   */
  @Nullable Call currentCall(String operation);

  /**
   * The call whose exchange goes out on the wire: the open call of the current context, which is
   * remembered for the exchange; else the one that is remembered, for retries that a library makes
   * on threads of its own; else one that does nothing.
   *
   * @param exchange an object that all attempts of one exchange have in common; not kept alive
   */
  Call callFor(Object exchange);

  /**
   * A tool begins to run. Within a run of the same tool call it is a part of that; so it is within
   * any run, if there is no id and no model has asked for tools in the meantime.
   *
   * @param name name of the tool
   * @param callId id under which the model asked for it, or null
   */
  ToolRun startTool(String name, @Nullable String callId);

  /**
   * The tools that one answer asked for run, by code that does not know the ids of the calls: a
   * tool of the same name that is started without an id has the first one that is left.
   *
   * @param ids as many as there are names
   */
  Scope expectTools(String[] names, @Nullable String[] ids);
}
