/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk.app;

import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The result of a tool, with which its run is over. */
final class ObservedResult<T> extends Single<T> {

  private final Single<T> result;
  private final ToolRun run;

  ObservedResult(Single<T> result, ToolRun run) {
    this.result = result;
    this.run = run;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super T> observer) {
    Scope scope = run.enter();
    try {
      result.subscribe(new RunObserver<>(observer, run));
    } finally {
      scope.close();
    }
  }

  /** Passes all signals on outside of the tool's span, and tells of them first. */
  private static final class RunObserver<T> implements SingleObserver<T>, Disposable {

    private final SingleObserver<? super T> observer;
    private final ToolRun run;
    private @Nullable Disposable upstream;

    RunObserver(SingleObserver<? super T> observer, ToolRun run) {
      this.observer = observer;
      this.run = run;
    }

    @Override
    public void onSubscribe(Disposable disposable) {
      upstream = disposable;
      Scope scope = run.callerContext();
      try {
        observer.onSubscribe(this);
      } finally {
        scope.close();
      }
    }

    @Override
    public void onSuccess(T value) {
      AdkTools.end(run, value);
      Scope scope = run.callerContext();
      try {
        observer.onSuccess(value);
      } finally {
        scope.close();
      }
    }

    @Override
    public void onError(Throwable failure) {
      run.fail(failure);
      Scope scope = run.callerContext();
      try {
        observer.onError(failure);
      } finally {
        scope.close();
      }
    }

    @Override
    public void dispose() {
      run.fail(new CancellationException("disposed"));
      Disposable disposable = upstream;
      if (disposable != null) {
        disposable.dispose();
      }
    }

    @Override
    public boolean isDisposed() {
      Disposable disposable = upstream;
      return disposable != null && disposable.isDisposed();
    }
  }
}
