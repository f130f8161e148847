/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import io.opentelemetry.javaagent.extension.ignore.IgnoredTypesBuilder;
import io.opentelemetry.javaagent.extension.ignore.IgnoredTypesConfigurer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;

/** The agent leaves out most of Spring; the one class that sees every request is needed here. */
public final class HookedTypes implements IgnoredTypesConfigurer {

  @Override
  public void configure(IgnoredTypesBuilder builder, ConfigProperties config) {
    try {
      builder.allowClass(RestClientHook.REQUEST);
    } catch (Throwable t) {
      // Then attempts are told by what is above them.
    }
  }
}
