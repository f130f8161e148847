/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The MCP Java SDK: tools that run on an MCP server. Its own calls only; LangChain4j has a client
 * of its own, whose tools are hooked there.
 */
@NullMarked
package dev.turnspan.extension.client.mcp;

import org.jspecify.annotations.NullMarked;
