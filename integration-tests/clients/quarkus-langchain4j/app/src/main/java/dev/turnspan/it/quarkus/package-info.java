/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The program: a Quarkus application with AI services. */
@NullMarked
package dev.turnspan.it.quarkus;

import org.jspecify.annotations.NullMarked;
