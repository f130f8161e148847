/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** A program that talks to models over java.net.http, without any library. */
@NullMarked
package dev.turnspan.it.jdkhttp;

import org.jspecify.annotations.NullMarked;
