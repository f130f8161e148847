/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.extension.app.StreamObserver;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.jspecify.annotations.Nullable;

/** The observer of a stream, in a field that the agent gives to the library's class. */
final class StreamField {

  @SuppressWarnings("rawtypes") // A class literal has no type argument.
  private static final VirtualField<ResponseStream, StreamObserver> FIELD =
      VirtualField.find(ResponseStream.class, StreamObserver.class);

  private StreamField() {}

  static void set(ResponseStream<?> stream, StreamObserver<GenerateContentResponse> observer) {
    FIELD.set(stream, observer);
  }

  /** Only {@link #set} puts something into it. */
  @SuppressWarnings("unchecked")
  static @Nullable StreamObserver<GenerateContentResponse> get(ResponseStream<?> stream) {
    return FIELD.get(stream);
  }
}
