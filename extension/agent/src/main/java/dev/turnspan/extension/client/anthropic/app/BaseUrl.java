/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic.app;

import com.anthropic.backends.Backend;
import com.anthropic.core.ClientOptions;
import dev.turnspan.extension.app.OptionalMethod;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Where a client sends its requests. */
final class BaseUrl {

  /**
   * By 2.12. Before that only the HTTP client knew, and who brings one need not tell the options.
   */
  private static final OptionalMethod OF_OPTIONS =
      OptionalMethod.of(ClientOptions.class, "baseUrl");

  /** The base URL; null where the client does not tell. */
  static @Nullable String of(ClientOptions options) {
    if (OF_OPTIONS.call(options) instanceof String known) {
      return known;
    }
    Object client = value(options, "originalHttpClient");
    // Newer versions wrap it, to close it when nobody has it any more.
    Object wrapped = value(client, "httpClient");
    return value(wrapped == null ? client : wrapped, "backend") instanceof Backend backend
        ? backend.baseUrl()
        : null;
  }

  private static @Nullable Object value(@Nullable Object owner, String field) {
    if (owner == null) {
      return null;
    }
    try {
      Field found = owner.getClass().getDeclaredField(field);
      found.setAccessible(true);
      return found.get(owner);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another transport, or a module that is closed: the address is missing on the span.
      return null;
    }
  }

  private BaseUrl() {}
}
