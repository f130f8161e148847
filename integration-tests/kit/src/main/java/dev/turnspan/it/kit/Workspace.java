/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put things. */
public final class Workspace {

  private Workspace() {}

  /** The extension: {@code turnspan.jar}. */
  public static Path extension() {
    return existing("extension/agent/target/turnspan.jar");
  }

  /** The stock agent with the extension inside. */
  public static Path agentWithExtension() {
    return existing("extension/agent/target/turnspan-agent.jar");
  }

  /** A file of the repository that an earlier module has built. */
  public static Path existing(String path) {
    Path file = root().resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file + " is missing: build the whole reactor first");
    }
    return file;
  }

  /** The folder or jar that a class was loaded from. */
  public static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("extension/agent/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not inside the repository");
    }
    return folder;
  }
}
