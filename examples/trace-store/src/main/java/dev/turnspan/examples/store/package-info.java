/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** An OTLP receiver over embedded DuckDB, the questions asked of it, and the page. */
@NullMarked
package dev.turnspan.examples.store;

import org.jspecify.annotations.NullMarked;
