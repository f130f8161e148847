/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import com.google.genai.ResponseStream;
import dev.turnspan.extension.client.googlegenai.app.GenAiStreams;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams. Newer versions put the streams of several requests behind one iterator, and add up
 * their usage there: so what is read is what one request brought, below that. Older versions have
 * one request to an iterator, and read one line ahead of what they return.
 */
final class StreamIteratorHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("com.google.genai.ResponseStream$ResponseStreamIterator");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    ElementMatcher.Junction<MethodDescription> ofOlder =
        not(isDeclaredBy(declaresMethod(named("readCurrent"))));
    ElementMatcher.Junction<MethodDescription> accessor = takesNoArguments().and(not(isBridge()));
    transformer.applyAdviceToMethod(
        accessor.and(named("readCurrent").or(named("next").and(ofOlder))),
        getClass().getName() + "$ChunkAdvice");
    transformer.applyAdviceToMethod(
        accessor.and(named("readNextJson")).and(not(ofOlder)),
        getClass().getName() + "$LineAdvice");
    transformer.applyAdviceToMethod(
        accessor.and(named("hasNext")).and(ofOlder), getClass().getName() + "$EndAdvice");
  }

  @SuppressWarnings("unused")
  static final class ChunkAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.FieldValue("this$0") ResponseStream<?> stream,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object chunk,
        @Advice.Thrown @Nullable Throwable thrown) {
      GenAiStreams.read(stream, chunk, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class LineAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.FieldValue("this$0") ResponseStream<?> stream,
        @Advice.Return @Nullable String line,
        @Advice.Thrown @Nullable Throwable thrown) {
      GenAiStreams.more(stream, line != null, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class EndAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.FieldValue("this$0") ResponseStream<?> stream,
        @Advice.Return boolean more,
        @Advice.Thrown @Nullable Throwable thrown) {
      GenAiStreams.more(stream, more, thrown);
    }
  }
}
