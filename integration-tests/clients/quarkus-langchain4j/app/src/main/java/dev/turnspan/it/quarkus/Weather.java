/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import dev.langchain4j.agent.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;

/** A tool that answers. */
@ApplicationScoped
class Weather {

  @Tool("Tells the weather")
  String weather(String city) {
    return "sunny";
  }
}
