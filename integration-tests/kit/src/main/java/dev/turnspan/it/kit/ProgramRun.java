/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.util.List;
import java.util.Map;

/**
 * What came out of one process.
 *
 * @param exitCode 0 for a normal end
 * @param transcript what the application saw, by scenario, in order of execution
 * @param foreignContexts places where application code found a span current that is not its own
 * @param log all lines of standard output and error
 * @param exports what was exported
 */
public record ProgramRun(
    int exitCode,
    Map<String, String> transcript,
    List<String> foreignContexts,
    List<String> log,
    Exports exports) {

  /** The lines of the log that contain a text. */
  public List<String> logLinesWith(String text) {
    return log.stream().filter(line -> line.contains(text)).toList();
  }
}
