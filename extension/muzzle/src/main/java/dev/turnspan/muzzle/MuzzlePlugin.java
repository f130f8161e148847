/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.muzzle;

import io.opentelemetry.javaagent.tooling.muzzle.InstrumentationModuleMuzzle;
import io.opentelemetry.javaagent.tooling.muzzle.generation.MuzzleCodeGenerationPlugin;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/**
 * Byte Buddy build plugin that writes each instrumentation module's list of references and helper
 * classes into the module. The Maven plugin offers the class path as files, muzzle 2.24 wants a
 * class loader: this class stands between the two.
 */
public final class MuzzlePlugin implements Plugin {

  private final URLClassLoader classLoader;
  private final Plugin delegate;

  /**
   * Called by the Maven plugin.
   *
   * @param classPath the compile class path of the module under transformation
   */
  public MuzzlePlugin(File[] classPath) {
    classLoader = new URLClassLoader(urls(classPath), MuzzlePlugin.class.getClassLoader());
    delegate = new MuzzleCodeGenerationPlugin(classLoader);
  }

  @Override
  public boolean matches(TypeDescription target) {
    // A second run over the same class file would add the interface twice, which costs the agent
    // every instrumentation it has.
    return !target.isAssignableTo(InstrumentationModuleMuzzle.class) && delegate.matches(target);
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    // Visitors added first receive the code that later ones generate.
    return delegate.apply(builder.visit(new BridgeReferenceFilter()), type, locator);
  }

  @Override
  public void close() throws IOException {
    delegate.close();
    classLoader.close();
  }

  private static URL[] urls(File[] classPath) {
    URL[] urls = new URL[classPath.length];
    for (int i = 0; i < classPath.length; i++) {
      try {
        urls[i] = classPath[i].toURI().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("Not a class path entry: " + classPath[i], e);
      }
    }
    return urls;
  }
}
