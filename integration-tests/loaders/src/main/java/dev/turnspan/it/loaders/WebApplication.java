/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.loaders;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.FileResourceSet;
import org.apache.catalina.webresources.StandardRoot;

/** Puts together a web application that is on no disk as such. */
final class WebApplication {

  private static final String PACKAGE = "/dev/turnspan/it/loaders/web";

  private WebApplication() {}

  /**
   * Not deployed yet.
   *
   * @param servlet simple name of its one servlet
   * @param libraries the jars that it brings along, joined as in a class path; may be empty
   */
  static Context of(String path, String servlet, String libraries) throws IOException {
    StandardContext context = new StandardContext();
    context.setName(path);
    context.setPath(path);
    Path folder = Files.createTempDirectory("web");
    // Without it, the classes would have come from nowhere.
    Files.createDirectories(folder.resolve("WEB-INF").resolve("classes"));
    context.setDocBase(folder.toString());
    context.setParentClassLoader(WebApplication.class.getClassLoader());
    context.addLifecycleListener(new Tomcat.FixContextListener());
    // HTTP clients have threads that would live on for a minute.
    context.setClearReferencesStopThreads(true);
    StandardRoot resources = new StandardRoot(context);
    resources.addPreResources(
        new DirResourceSet(resources, "/WEB-INF/classes" + PACKAGE, code() + PACKAGE, "/"));
    for (String jar : libraries.split(File.pathSeparator, -1)) {
      if (!jar.isEmpty()) {
        String name = Path.of(jar).getFileName().toString();
        resources.addPreResources(new FileResourceSet(resources, "/WEB-INF/lib/" + name, jar, "/"));
      }
    }
    context.setResources(resources);
    Tomcat.addServlet(context, "servlet", PACKAGE.substring(1).replace('/', '.') + "." + servlet);
    context.addServletMappingDecoded("/*", "servlet");
    return context;
  }

  private static String code() {
    try {
      return Path.of(
              WebApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
