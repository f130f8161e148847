/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: the invocations of its AI services in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.quarkuslangchain4j.app;

import org.jspecify.annotations.NullMarked;
