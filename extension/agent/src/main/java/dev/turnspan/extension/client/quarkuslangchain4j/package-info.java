/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Quarkus LangChain4j, on a JVM: it replaces LangChain4j's AI services by its own. Models, tools
 * and events are LangChain4j's and are hooked there.
 */
@NullMarked
package dev.turnspan.extension.client.quarkuslangchain4j;

import org.jspecify.annotations.NullMarked;
