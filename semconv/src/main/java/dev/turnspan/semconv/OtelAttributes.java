/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** OpenTelemetry's stable keys that Turnspan uses. */
public final class OtelAttributes {

  /** Exception class or status code of a failure. */
  public static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  /** HTTP status of the provider's answer. */
  public static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE =
      longKey("http.response.status_code");

  /** Host of the provider. */
  public static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");

  /** Port of the provider. */
  public static final AttributeKey<Long> SERVER_PORT = longKey("server.port");

  private OtelAttributes() {}
}
