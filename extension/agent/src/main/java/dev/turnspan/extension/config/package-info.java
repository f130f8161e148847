/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The settings: one table of keys, types, defaults and what is accepted. */
@NullMarked
package dev.turnspan.extension.config;

import org.jspecify.annotations.NullMarked;
