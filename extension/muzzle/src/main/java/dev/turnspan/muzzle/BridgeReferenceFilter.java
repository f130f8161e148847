/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.muzzle;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Passes the generated list of references through {@code BridgeReferences.without}. Muzzle resolves
 * references through class loader resources; the bridge classes are appended to the bootstrap class
 * path at run time, where they can be loaded but have no resource, so muzzle would call them
 * missing.
 */
final class BridgeReferenceFilter extends AsmVisitorWrapper.AbstractBase {

  private static final String FILTER_CLASS = "dev/turnspan/extension/client/BridgeReferences";

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new ClassVisitor(Opcodes.ASM9, visitor) {
      @Override
      public @Nullable MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        return method != null && name.equals("getMuzzleReferences")
            ? new FilteringReturn(method)
            : method;
      }
    };
  }

  private static final class FilteringReturn extends MethodVisitor {

    FilteringReturn(MethodVisitor delegate) {
      super(Opcodes.ASM9, delegate);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            FILTER_CLASS,
            "without",
            "(Ljava/util/Map;)Ljava/util/Map;",
            /* isInterface= */ false);
      }
      super.visitInsn(opcode);
    }
  }
}
