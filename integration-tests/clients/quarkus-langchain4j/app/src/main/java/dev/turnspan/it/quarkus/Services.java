/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.quarkus;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;

/** The AI services, one for each model. */
final class Services {

  private Services() {}

  /** Knows no conversations. */
  @ApplicationScoped
  @RegisterAiService(modelName = "blocking")
  interface Blocking {
    String chat(@UserMessage String message);
  }

  /** Has a tool. */
  @ApplicationScoped
  @RegisterAiService(modelName = "toolTurn", tools = Weather.class)
  interface ToolTurn {
    String chat(@MemoryId String conversation, @UserMessage String message);
  }

  /** Streams. */
  @ApplicationScoped
  @RegisterAiService(modelName = "streaming")
  interface Streaming {
    Multi<String> chat(@MemoryId String conversation, @UserMessage String message);
  }

  /** Streams, and has a tool. */
  @ApplicationScoped
  @RegisterAiService(modelName = "toolStream", tools = Weather.class)
  interface ToolStream {
    Multi<String> chat(@MemoryId String conversation, @UserMessage String message);
  }

  /** Is refused. */
  @ApplicationScoped
  @RegisterAiService(modelName = "unauthorized")
  interface Unauthorized {
    String chat(@MemoryId String conversation, @UserMessage String message);
  }

  /** Is refused where it streams. */
  @ApplicationScoped
  @RegisterAiService(modelName = "unauthorizedStream")
  interface UnauthorizedStream {
    Multi<String> chat(@UserMessage String message);
  }

  /** Is cut off. */
  @ApplicationScoped
  @RegisterAiService(modelName = "cut")
  interface Cut {
    Multi<String> chat(@UserMessage String message);
  }

  /** Is called twice below a server span. */
  @ApplicationScoped
  @RegisterAiService(modelName = "underServerSpan")
  interface UnderServerSpan {
    String chat(@UserMessage String message);
  }
}
