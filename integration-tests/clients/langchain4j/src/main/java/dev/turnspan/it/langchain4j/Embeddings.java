/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.langchain4j;

import static dev.turnspan.it.langchain4j.Models.blocking;
import static dev.turnspan.it.langchain4j.Models.name;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import dev.turnspan.it.program.Scenario;
import java.util.List;
import java.util.Map;

/** Embedding models, alone and behind the retriever of an AI service. */
final class Embeddings {

  private Embeddings() {}

  static void addTo(Map<String, Scenario> scenarios) {
    scenarios.put("embeddings", seen -> ask(seen, model(name("in7", "embeddings")).build()));
    scenarios.put(
        "embeddingsRetried",
        seen -> ask(seen, model(name("fail500x1-in7", "embeddingsRetried")).maxRetries(1).build()));
    scenarios.put(
        "embeddingsUnauthorized",
        seen -> ask(seen, model(name("status401", "embeddingsUnauthorized")).build()));
    scenarios.put("serviceRetrieval", Embeddings::retrieval);
  }

  private static OpenAiEmbeddingModelBuilder model(String name) {
    return OpenAiEmbeddingModel.builder()
        .baseUrl(Program.provider())
        .apiKey(Program.key())
        .modelName(name)
        .maxRetries(0);
  }

  private static void ask(Observation seen, EmbeddingModel model) {
    seen.call(
        "vectors", () -> model.embedAll(List.of(TextSegment.from("one"), TextSegment.from("two"))));
    seen.call("vector", () -> model.embed("three").content());
    seen.value("after the call", "goes on");
  }

  /** The service looks up what it knows of the question before it asks the model. */
  private static void retrieval(Observation seen) {
    EmbeddingModel embeddings = model(name("in7", "serviceRetrieval")).build();
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    Assistants.Plain assistant =
        AiServices.builder(Assistants.Plain.class)
            .chatModel(blocking(name("n3", "serviceRetrieval")).build())
            .contentRetriever(
                EmbeddingStoreContentRetriever.builder()
                    .embeddingStore(store)
                    .embeddingModel(embeddings)
                    .build())
            .build();
    seen.call("answer", () -> assistant.chat("hi"));
    seen.value("after the call", "goes on");
  }
}
