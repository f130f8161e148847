/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock.app;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.app.StreamObserver;
import software.amazon.awssdk.awscore.eventstream.EventStreamResponseHandler;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** Stand between the SDK and the application's handlers of streams. */
final class ObservedHandlers {

  private ObservedHandlers() {}

  static final class Converse extends Observed<ConverseStreamResponse, ConverseStreamOutput>
      implements ConverseStreamResponseHandler {

    Converse(ConverseStreamResponseHandler delegate, Call call) {
      super(delegate, call);
    }

    @Override
    StreamObserver<ConverseStreamOutput> observer(Call call) {
      return new StreamObserver<>(call, new ConverseEvents());
    }
  }

  static final class Invoke extends Observed<InvokeModelWithResponseStreamResponse, ResponseStream>
      implements InvokeModelWithResponseStreamResponseHandler {

    Invoke(InvokeModelWithResponseStreamResponseHandler delegate, Call call) {
      super(delegate, call);
    }

    @Override
    StreamObserver<ResponseStream> observer(Call call) {
      return new StreamObserver<>(call, new InvokeEvents());
    }
  }

  /** A handler is used again for a retry; how the call ends is told by its future. */
  private abstract static class Observed<R extends BedrockRuntimeResponse, E>
      implements EventStreamResponseHandler<R, E> {

    private final EventStreamResponseHandler<R, E> delegate;
    private final Call call;

    Observed(EventStreamResponseHandler<R, E> delegate, Call call) {
      this.delegate = delegate;
      this.call = call;
      call.watch(this);
    }

    abstract StreamObserver<E> observer(Call call);

    @Override
    public void responseReceived(R response) {
      if (response != null) {
        call.responseId(ConverseAnswers.requestId(response));
        if (response.sdkHttpResponse() != null) {
          call.status(response.sdkHttpResponse().statusCode());
        }
      }
      Scope scope = call.callerContext();
      try {
        delegate.responseReceived(response);
      } finally {
        scope.close();
      }
    }

    @Override
    public void onEventStream(SdkPublisher<E> publisher) {
      SdkPublisher<E> observed =
          SdkPublisher.adapt(
              subscriber ->
                  publisher.subscribe(new ObservedSubscriber<>(subscriber, observer(call))));
      Scope scope = call.callerContext();
      try {
        delegate.onEventStream(observed);
      } finally {
        scope.close();
      }
    }

    @Override
    public void exceptionOccurred(Throwable failure) {
      Scope scope = call.callerContext();
      try {
        delegate.exceptionOccurred(failure);
      } finally {
        scope.close();
      }
    }

    @Override
    public void complete() {
      Scope scope = call.callerContext();
      try {
        delegate.complete();
      } finally {
        scope.close();
      }
    }
  }
}
