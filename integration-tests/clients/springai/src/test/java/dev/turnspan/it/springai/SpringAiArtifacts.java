/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

/** What a user of the library depends on. */
final class SpringAiArtifacts {

  /** Users have Spring Boot's list of versions; without it Maven takes one that is too old. */
  static final String NEWER_ANNOTATIONS = "com.fasterxml.jackson.core:jackson-annotations:2.21";

  private SpringAiArtifacts() {}

  /** The chat client and models of three providers; {@code %s} stands for the version. */
  static String[] of() {
    return new String[] {
      "org.springframework.ai:spring-ai-client-chat:%s",
      "org.springframework.ai:spring-ai-openai:%s",
      "org.springframework.ai:spring-ai-anthropic:%s",
      "org.springframework.ai:spring-ai-ollama:%s",
      NEWER_ANNOTATIONS
    };
  }
}
