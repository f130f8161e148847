/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Ordinary application code that lets a model use the tools of an MCP server. */
@NullMarked
package dev.turnspan.it.mcp;

import org.jspecify.annotations.NullMarked;
