/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import static dev.turnspan.examples.provider.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AzureTest {

  private static final String VERSION = "?api-version=2024-10-21";
  private static final String HI = "'messages':[{'role':'user','content':'hi'}]";

  @RegisterExtension final RunningSimulator simulator = new RunningSimulator();

  private static String chat(String deployment) {
    return "/openai/deployments/" + deployment + "/chat/completions" + VERSION;
  }

  @Test
  void deployment_isTheScript() throws Exception {
    JsonNode answer = simulator.answer(chat("sim-n2-in9"), json("{" + HI + "}"));

    assertThat(answer.path("model").asText()).isEqualTo("sim-n2-in9");
    assertThat(answer.at("/choices/0/message/content").asText()).isEqualTo("word0 word1 ");
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(9);
    assertThat(answer.at("/prompt_filter_results/0/prompt_index").asInt()).isZero();
  }

  @Test
  void modelOfTheBody_isTheScriptWhenThereIsOne() throws Exception {
    JsonNode answer = simulator.answer(chat("any"), json("{'model':'sim-n1'," + HI + "}"));

    assertThat(answer.path("model").asText()).isEqualTo("sim-n1");
  }

  @Test
  void stream_beginsWithTheVerdictOnThePrompt() throws Exception {
    List<String> events = simulator.events(chat("sim-n1"), json("{'stream':true," + HI + "}"));

    assertThat(events).hasSize(5);
    assertThat(events.get(0))
        .isEqualTo(
            json(
                "{'id':'','object':'','created':0,'model':'','choices':[],"
                    + "'prompt_filter_results':[{'prompt_index':0,'content_filter_results':"
                    + "{'hate':{'filtered':false,'severity':'safe'}}}]}"));
  }

  @Test
  void embeddings_takeTheDeploymentToo() throws Exception {
    JsonNode answer =
        simulator.answer(
            "/openai/deployments/sim-in5/embeddings" + VERSION, json("{'input':['a']}"));

    assertThat(answer.path("model").asText()).isEqualTo("sim-in5");
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(5);
  }
}
