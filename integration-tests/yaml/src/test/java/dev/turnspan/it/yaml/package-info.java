/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.turnspan.it.yaml;

import org.jspecify.annotations.NullMarked;
