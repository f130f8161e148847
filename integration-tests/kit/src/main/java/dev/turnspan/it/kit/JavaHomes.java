/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javas of this machine: the one that runs the tests, and a newer one if it is found. */
public final class JavaHomes {

  private static final int NEWER = 25;
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

  private JavaHomes() {}

  /** This one; then the one that {@code turnspan.it.java-home} names, or that lies beside this. */
  public static List<Path> toTest() {
    Path own = Path.of(System.getProperty("java.home"));
    List<Path> homes = new ArrayList<>(List.of(own));
    String named = System.getProperty("turnspan.it.java-home", "");
    Optional<Path> newer = named.isEmpty() ? beside(own) : Optional.of(Path.of(named));
    newer.filter(home -> version(home) > version(own)).ifPresent(homes::add);
    return homes;
  }

  /** The feature version, such as 17. */
  public static int version(Path home) {
    try {
      Matcher matcher = VERSION.matcher(Files.readString(home.resolve("release")));
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> beside(Path own) {
    try (Stream<Path> all = Files.list(own.toAbsolutePath().getParent())) {
      return all.filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
          .filter(home -> Files.isRegularFile(home.resolve("release")))
          .filter(home -> version(home) >= NEWER)
          .max(Comparator.comparingInt(JavaHomes::version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
