/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.bridge;

/**
 * The result of a tool that a request brings to the model.
 *
 * @param key the id under which the model asked for the tool; where the request has none, the proof
 *     that {@link Call#requestedTool} was told
 * @param contentLength characters of the result, or -1 where unknown
 * @param error whether the request says that the tool failed
 */
public record ToolResult(String key, long contentLength, boolean error) {}
