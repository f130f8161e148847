/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A library as a later version might be: without a method that Turnspan needs. */
public final class DoctoredJar {

  /** What no longer holds for the doctored class, and would keep it from being loaded. */
  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  private DoctoredJar() {}

  /**
   * The class path with the jar that has the class replaced by a copy that lacks the method.
   *
   * @param member {@code <class>#<method>}
   */
  public static List<Path> without(String member, List<Path> classPath) {
    String[] names = member.split("#", 2);
    String entry = names[0].replace('.', '/') + ".class";
    List<Path> doctored = new ArrayList<>();
    int found = 0;
    try {
      for (Path jar : classPath) {
        boolean has = has(jar, entry);
        found += has ? 1 : 0;
        doctored.add(has ? copy(jar, entry, names[1]) : jar);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (found != 1) {
      throw new IllegalArgumentException(names[0] + " is in " + found + " jars");
    }
    return doctored;
  }

  private static boolean has(Path jar, String entry) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(entry) != null;
    }
  }

  private static Path copy(Path jar, String doctored, String method) throws IOException {
    Path target = Files.createTempFile(Path.of("target").toAbsolutePath(), "doctored-", ".jar");
    try (JarFile source = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(target);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (SIGNATURE.matcher(entry.getName()).matches()) {
          continue;
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = source.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          out.write(entry.getName().equals(doctored) ? without(method, bytes) : bytes);
        }
        out.closeEntry();
      }
    }
    return target;
  }

  private static byte[] without(String method, byte[] type) {
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, 0);
    int[] removed = {0};
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if (name.equals(method)) {
              removed[0]++;
              return null;
            }
            return super.visitMethod(access, name, descriptor, signature, exceptions);
          }
        },
        0);
    if (removed[0] == 0) {
      throw new IllegalArgumentException("no such method: " + method);
    }
    return writer.toByteArray();
  }
}
