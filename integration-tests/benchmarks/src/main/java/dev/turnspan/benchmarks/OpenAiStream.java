/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.turnspan.extension.client.openai.app.OpenAiCalls;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A chat stream that never ends, as openai-java hands it out: the role, and then text. */
final class OpenAiStream implements StreamResponse<ChatCompletionChunk> {

  private static final String CHUNK =
      "{\"id\":\"chatcmpl-BenchmarkAnswer1\",\"object\":\"chat.completion.chunk\","
          + "\"created\":1760000000,\"model\":\"gpt-4o-mini-2024-07-18\","
          + "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_0123456789\","
          + "\"choices\":[{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":null}]}";

  private static final int TEXTS = 64;

  private final ChatCompletionChunk role = parse("{\"role\":\"assistant\",\"content\":\"\"}");
  private final List<ChatCompletionChunk> texts =
      IntStream.range(0, TEXTS).mapToObj(i -> parse("{\"content\":\" word" + i + "\"}")).toList();

  private static ChatCompletionChunk parse(String delta) {
    try {
      return ObjectMappers.jsonMapper()
          .readValue(CHUNK.formatted(delta), ChatCompletionChunk.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Stream<ChatCompletionChunk> stream() {
    Spliterator<ChatCompletionChunk> chunks =
        Spliterators.spliteratorUnknownSize(new Endless(), Spliterator.ORDERED);
    return StreamSupport.stream(chunks, /* parallel= */ false);
  }

  @Override
  public void close() {}

  /** The answer of which this is the stream, by way of the advice on the library's method. */
  HttpResponseFor<?> observed() {
    ChatCompletionCreateParams params =
        ChatCompletionCreateParams.builder().model("gpt-4o-mini").addUserMessage("hello").build();
    ClientOptions options =
        ClientOptions.builder().httpClient(new NoClient()).apiKey("none").build();
    Object begun = OpenAiCalls.start(params, "createStreaming", options);
    return OpenAiCalls.returned(begun, new Response(this), null);
  }

  private final class Endless implements Iterator<ChatCompletionChunk> {

    private int at = -1;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public ChatCompletionChunk next() {
      if (at < 0) {
        at = 0;
        return role;
      }
      at = (at + 1) % TEXTS;
      return texts.get(at);
    }
  }

  private record Response(OpenAiStream chunks)
      implements HttpResponseFor<StreamResponse<ChatCompletionChunk>> {

    @Override
    public StreamResponse<ChatCompletionChunk> parse() {
      return chunks;
    }

    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Headers headers() {
      return Headers.builder().build();
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }

    @Override
    public void close() {}
  }

  /** The options of a client want one; nothing is sent. */
  private static final class NoClient implements HttpClient {

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(
        HttpRequest request, RequestOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
