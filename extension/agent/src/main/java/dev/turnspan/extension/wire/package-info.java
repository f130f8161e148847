/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Raw HTTP: which exchanges are model calls, and what their bodies say. Transports hand over bytes
 * as they pass ({@code dev.turnspan.bridge.Wire} and {@code Exchange}); nothing here knows any
 * transport.
 *
 * <p>A new format is one class that implements {@link dev.turnspan.extension.wire.WireFormat}, and
 * one line in {@code WireFormats}. The class names the paths under which the format is spoken, and
 * in two tables where in a request and in an answer which fact stands. Framing (events, lines, one
 * piece, an array), unpacking, splits and limits are none of its business.
 *
 * <p>Bodies are scanned, never kept: a body costs the same few hundred bytes whatever its size. The
 * scanner is our own because a parser keeps a whole string until its end has come, and the strings
 * of an answer are what is large in it.
 */
@NullMarked
package dev.turnspan.extension.wire;

import org.jspecify.annotations.NullMarked;
