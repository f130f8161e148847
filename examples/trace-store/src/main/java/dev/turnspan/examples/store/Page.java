/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The files of the page, read from the jar once. */
final class Page {

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "dom.js", "text/javascript; charset=utf-8",
          "turn.js", "text/javascript; charset=utf-8",
          "waterfall.js", "text/javascript; charset=utf-8",
          "aggregate.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private Page() {}

  /** By the name in the address; the index has an empty one. */
  static Map<String, Answer> files() {
    Map<String, Answer> files = new TreeMap<>();
    CONTENT_TYPES.forEach(
        (name, type) ->
            files.put(name.equals("index.html") ? "" : name, new Answer(200, type, read(name))));
    return files;
  }

  private static byte[] read(String name) {
    try (InputStream file = Page.class.getResourceAsStream("page/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks the page's file " + name);
      }
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
