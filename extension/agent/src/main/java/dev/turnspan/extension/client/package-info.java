/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * One package per client library. A new client is a package with a module, its hooks and, in its
 * {@code app} package, what is put beside the application; plus one line in the services file. The
 * packages know nothing of each other.
 */
@NullMarked
package dev.turnspan.extension.client;

import org.jspecify.annotations.NullMarked;
