/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.loaders;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.FileResourceSet;
import org.apache.catalina.webresources.StandardRoot;

/** Puts together a web application that is on no disk as such. */
final class WebApplication {

  private static final String PACKAGE = "dev.turnspan.it.loaders.web.";

  private WebApplication() {}

  /**
   * Not deployed yet.
   *
   * @param servlet simple name of its one servlet
   * @param libraries the jars that it brings along, joined as in a class path; may be empty
   * @param parent has what the container shares
   */
  static Context of(String path, String servlet, String libraries, ClassLoader parent)
      throws IOException {
    StandardContext context = new StandardContext();
    context.setName(path);
    context.setPath(path);
    context.setDocBase(Files.createTempDirectory("web").toString());
    context.setParentClassLoader(parent);
    context.addLifecycleListener(new Tomcat.FixContextListener());
    StandardRoot resources = new StandardRoot(context);
    // Its own copy of the servlets: this jar is the container's, too.
    addLibrary(resources, code());
    for (String jar : libraries.split(File.pathSeparator, -1)) {
      if (!jar.isEmpty()) {
        addLibrary(resources, Path.of(jar));
      }
    }
    context.setResources(resources);
    Tomcat.addServlet(context, "servlet", PACKAGE + servlet);
    context.addServletMappingDecoded("/*", "servlet");
    return context;
  }

  /** A class loader of the container's with libraries for all web applications. */
  static ClassLoader shared(String libraries) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String jar : libraries.split(File.pathSeparator, -1)) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), WebApplication.class.getClassLoader());
  }

  private static void addLibrary(StandardRoot resources, Path jar) {
    resources.addPreResources(
        new FileResourceSet(resources, "/WEB-INF/lib/" + jar.getFileName(), jar.toString(), "/"));
  }

  private static Path code() {
    try {
      return Path.of(
          WebApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
