/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * LangChain4j 1.x: chat and embedding models of every provider, AI services as turns, and their
 * tools. Three modules, because an application may have the core without the HTTP client or the AI
 * services, and because what one version lacks must not cost the rest.
 */
@NullMarked
package dev.turnspan.extension.client.langchain4j;

import org.jspecify.annotations.NullMarked;
