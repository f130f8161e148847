/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

/**
 * Holds the engine and the wire. Until they are installed every call does nothing: advice must
 * never meet a null.
 */
public final class Bridge {

  /** Changes when the interfaces do; a second extension of another version must stay off. */
  public static final int VERSION = 2;

  private static volatile Engine engine = NoopEngine.INSTANCE;
  private static volatile Wire wire = Wire.NONE;

  private Bridge() {}

  /** The engine of this process; never null. */
  public static Engine engine() {
    return engine;
  }

  /** The wire of this process; never null. */
  public static Wire wire() {
    return wire;
  }

  /** Called once, from the agent's side. */
  public static void install(Engine installed) {
    engine = installed;
  }

  /** Called once, from the agent's side. */
  public static void install(Wire installed) {
    wire = installed;
  }
}
