/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: the MCP SDK's types in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.mcp.app;

import org.jspecify.annotations.NullMarked;
