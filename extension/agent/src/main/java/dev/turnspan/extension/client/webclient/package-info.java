/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Spring's WebClient 5.3 – 7.0, whatever HTTP client is below it. The hook puts a filter before the
 * agent's own, which is the last: filters of the application that try again stay outside.
 */
@NullMarked
package dev.turnspan.extension.client.webclient;

import org.jspecify.annotations.NullMarked;
