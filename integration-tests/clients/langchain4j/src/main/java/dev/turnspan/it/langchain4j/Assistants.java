/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;

/** AI services of an application, and the tools that they are given. */
public final class Assistants {

  private Assistants() {}

  /** Knows no conversations. */
  interface Plain {
    String chat(String message);
  }

  /** The same, as a stream. */
  interface Streaming {
    TokenStream chat(String message);
  }

  /**
   * Remembers conversations. Public, because the library calls the method that is written here from
   * its own package.
   */
  public interface Remembering {
    String chat(@MemoryId String conversation, @UserMessage String message);

    TokenStream stream(@MemoryId String conversation, @UserMessage String message);

    /** A method that the application wrote itself. */
    default String greet(String conversation) {
      return "greeted with " + chat(conversation, "hello");
    }
  }

  static <T> AiServices<T> remembering(Class<T> type) {
    return AiServices.builder(type)
        .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20));
  }

  /** A tool that answers. */
  static final class Weather {
    @Tool("Tells the weather")
    String weather(String city) {
      return "sunny";
    }
  }

  /** A tool that fails. */
  static final class Broken {
    @Tool("Tells the temperature")
    int temperature(String city) {
      return Integer.parseInt("cold");
    }
  }

  /** A tool that asks another assistant. */
  static final class Delegating {

    private final Plain other;

    Delegating(Plain other) {
      this.other = other;
    }

    @Tool("Tells the weather")
    String weather(String city) {
      return other.chat(city);
    }
  }
}
