/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** What the web applications consist of. Each has a class loader of its own for it. */
@NullMarked
package dev.turnspan.it.loaders.web;

import org.jspecify.annotations.NullMarked;
