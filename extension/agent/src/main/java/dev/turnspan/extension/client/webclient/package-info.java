/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Spring's WebClient 5.3 – 7.0, whatever HTTP client is below it. The hook puts a filter before the
 * agent's own, which is the last: filters of the application that try again stay outside. Not
 * hooked: Reactor Netty's own client, where a body is a publisher of reference-counted buffers and
 * what an application does between request and answer is in handlers of its connection.
 */
@NullMarked
package dev.turnspan.extension.client.webclient;

import org.jspecify.annotations.NullMarked;
