/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** What a turn takes from the headers of the request that the process was entered by. */
@NullMarked
package dev.turnspan.extension.propagation;

import org.jspecify.annotations.NullMarked;
