/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import dev.turnspan.semconv.DestinationAttributes;
import dev.turnspan.semconv.OtelAttributes;
import io.opentelemetry.api.common.Attributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, by what its instrumentation says of it at its start. That is there whether
 * or not the request is sampled.
 *
 * @param kind what goes there
 * @param host null if it is not known
 */
record Destination(Kind kind, @Nullable String host) {

  private static final Set<String> SENDING = Set.of("publish", "send", "create");

  enum Kind {
    REQUEST,
    MESSAGE,
    NOTHING
  }

  static Destination of(Attributes attributes) {
    return new Destination(kind(attributes), attributes.get(OtelAttributes.SERVER_ADDRESS));
  }

  private static Kind kind(Attributes attributes) {
    if (attributes.get(DestinationAttributes.URL_FULL) != null
        || attributes.get(DestinationAttributes.RPC_SYSTEM) != null
        || attributes.get(DestinationAttributes.RPC_SYSTEM_NAME) != null) {
      return Kind.REQUEST;
    }
    return isSending(attributes.get(DestinationAttributes.MESSAGING_OPERATION))
            || isSending(attributes.get(DestinationAttributes.MESSAGING_OPERATION_TYPE))
        ? Kind.MESSAGE
        : Kind.NOTHING;
  }

  private static boolean isSending(@Nullable String operation) {
    return operation != null && SENDING.contains(operation);
  }

  /** Brokers often have no address: what is known then is that it is a message. */
  boolean isAmong(AllowedHosts hosts) {
    return switch (kind) {
      case REQUEST -> host != null && hosts.allows(host);
      case MESSAGE -> host == null ? !hosts.isEmpty() : hosts.allows(host);
      case NOTHING -> false;
    };
  }
}
