/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.mcp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.mcp.app.ToolCalls;
import io.modelcontextprotocol.spec.McpSchema;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The asynchronous client, to which the synchronous one delegates. */
final class CallToolHook implements TypeInstrumentation {

  static final String CLIENT = "io.modelcontextprotocol.client.McpAsyncClient";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(CLIENT);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("callTool")
            .and(takesArguments(1))
            .and(takesArgument(0, named("io.modelcontextprotocol.spec.McpSchema$CallToolRequest"))),
        getClass().getName() + "$CallAdvice");
  }

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static @Nullable Mono<McpSchema.CallToolResult> exit(
        @Advice.Argument(0) McpSchema.@Nullable CallToolRequest request,
        @Advice.Return @Nullable Mono<McpSchema.CallToolResult> result) {
      return ToolCalls.observed(request, result);
    }
  }
}
