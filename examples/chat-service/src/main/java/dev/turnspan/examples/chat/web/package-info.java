/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** HTTP in and out: JSON, server-sent events, errors. */
@NullMarked
package dev.turnspan.examples.chat.web;

import org.jspecify.annotations.NullMarked;
