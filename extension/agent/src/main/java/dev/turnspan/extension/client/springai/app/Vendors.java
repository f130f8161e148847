/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai.app;

import org.jspecify.annotations.Nullable;

/** Knows the provider from the library's class that talks to it. */
final class Vendors {

  private static final String LIBRARY = "org.springframework.ai.";

  private Vendors() {}

  /** The library's word for the provider; null for the application's own classes. */
  static @Nullable String of(Object talker) {
    for (Class<?> type = talker.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().startsWith(LIBRARY)) {
        String path = type.getName().substring(LIBRARY.length());
        int dot = path.indexOf('.');
        String vendor = dot < 0 ? path : path.substring(0, dot);
        return vendor.equals("google") ? "google_genai" : vendor;
      }
    }
    return null;
  }
}
