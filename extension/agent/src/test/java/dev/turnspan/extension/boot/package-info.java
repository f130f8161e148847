/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.turnspan.extension.boot;

import org.jspecify.annotations.NullMarked;
