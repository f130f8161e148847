/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EmbeddingsTest {

  private static final String PATH = "/embeddings";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  @Test
  void severalTexts_getOneVectorEach() throws Exception {
    JsonNode answer =
        simulator.answer(PATH, json("{'model':'small','input':['one two three','b']}"));

    assertThat(answer.path("data")).hasSize(2);
    assertThat(answer.at("/data/1/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/data/0/embedding")).hasSize(8);
    assertThat(answer.at("/data/0/embedding")).isNotEqualTo(answer.at("/data/1/embedding"));
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(6);
  }

  @Test
  void base64_encodesFourBytesANumber() throws Exception {
    JsonNode answer =
        simulator.answer(
            PATH,
            json("{'model':'sim-in9','input':'a','dimensions':3,'encoding_format':'base64'}"));

    assertThat(Base64.getDecoder().decode(answer.at("/data/0/embedding").asText())).hasSize(12);
    assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(9);
  }

  @Test
  void scriptedFailure_worksHereToo() throws Exception {
    String body = json("{'model':'sim-fail500x1','input':'a'}");

    assertThat(simulator.post(PATH, body).statusCode()).isEqualTo(500);
    assertThat(simulator.post(PATH, body).statusCode()).isEqualTo(200);
  }

  @Test
  void noInput_isABadRequest() throws Exception {
    assertThat(simulator.post(PATH, json("{'model':'sim'}")).statusCode()).isEqualTo(400);
  }
}
