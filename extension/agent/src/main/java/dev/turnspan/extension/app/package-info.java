/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Put beside the application, once per class loader: wrappers that pass everything on and report to
 * a call what they see. No state is kept in statics; nothing here may throw into the application.
 */
@NullMarked
package dev.turnspan.extension.app;

import org.jspecify.annotations.NullMarked;
