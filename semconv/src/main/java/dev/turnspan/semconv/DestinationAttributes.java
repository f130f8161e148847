/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** OpenTelemetry's keys by which a request or message says what it is. They are only read. */
public final class DestinationAttributes {

  /** The whole URL of an HTTP request. Servers have its parts, only clients have the whole. */
  public static final AttributeKey<String> URL_FULL = stringKey("url.full");

  /** The protocol of a remote call. */
  public static final AttributeKey<String> RPC_SYSTEM = stringKey("rpc.system");

  /** The same, renamed. */
  public static final AttributeKey<String> RPC_SYSTEM_NAME = stringKey("rpc.system.name");

  /** What is done with a message. */
  public static final AttributeKey<String> MESSAGING_OPERATION = stringKey("messaging.operation");

  /** The same, renamed. */
  public static final AttributeKey<String> MESSAGING_OPERATION_TYPE =
      stringKey("messaging.operation.type");

  private DestinationAttributes() {}
}
