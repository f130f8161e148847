/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** What the application's threads pay, each arm beside what it is compared with. */
@NullMarked
package dev.turnspan.benchmarks;

import org.jspecify.annotations.NullMarked;
