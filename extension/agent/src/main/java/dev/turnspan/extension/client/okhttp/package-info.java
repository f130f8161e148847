/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * OkHttp 3.10 – 5.x, below applications and libraries of which we know nothing else. One hook sits
 * where a call enters the chain of interceptors, which every call passes; another where an attempt
 * leaves the last of the application's interceptors, for those that try again.
 */
@NullMarked
package dev.turnspan.extension.client.okhttp;

import org.jspecify.annotations.NullMarked;
