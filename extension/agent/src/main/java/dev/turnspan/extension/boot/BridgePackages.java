/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import io.opentelemetry.javaagent.tooling.bootstrap.BootstrapPackagesBuilder;
import io.opentelemetry.javaagent.tooling.bootstrap.BootstrapPackagesConfigurer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;

/**
 * Makes class loaders that delegate only {@code java.*} to the bootstrap loader find the bridge as
 * well. Newer agents call the method with one argument, older ones that with two.
 */
public final class BridgePackages implements BootstrapPackagesConfigurer {

  private static final String BRIDGE_PACKAGE = "dev.turnspan.bridge";

  @Override
  public void configure(BootstrapPackagesBuilder builder, ConfigProperties config) {
    configure(builder);
  }

  /** The signature of agents from 2.28 on. */
  public void configure(BootstrapPackagesBuilder builder) {
    if (Boot.ensure()) {
      builder.add(BRIDGE_PACKAGE);
    }
  }
}
