/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.services;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.turnspan.it.program.Observation;
import dev.turnspan.it.program.Program;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.broker.BrokerService;

/** Does work for others, by request and by message, and asks a model for it. */
public final class CalledService {

  private final OpenAIClient client =
      OpenAIOkHttpClient.builder().baseUrl(Program.provider()).apiKey(Program.key()).build();
  private final CountDownLatch messages = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private CalledService() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws Exception {
    Program.run(Map.of("serve", seen -> new CalledService().serve(seen)));
  }

  private void serve(Observation seen) throws Exception {
    BrokerService broker = new BrokerService();
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.addConnector("tcp://127.0.0.1:" + System.getProperty(Service.BROKER));
    broker.start();
    Connection connection = Service.broker().createConnection();
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session.createConsumer(session.createQueue(Service.QUEUE)).setMessageListener(this::receive);
    connection.start();
    try (Service service = Service.on(Service.CALLED)) {
      service.answer("/work", this::work).echo().answer("/end", query -> end());
      service.start();
      seen.await("end", end);
    }
    connection.close();
    broker.stop();
  }

  private String work(String model) throws Exception {
    return ask(model) + ", then told of " + Service.get(Service.url(Service.CALLING) + "/echo");
  }

  private void receive(Message message) {
    try {
      ask(((TextMessage) message).getText());
      messages.countDown();
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private String ask(String model) {
    return client
        .chat()
        .completions()
        .create(ChatCompletionCreateParams.builder().model(model).addUserMessage("hi").build())
        .choices()
        .get(0)
        .message()
        .content()
        .orElse("");
  }

  /** All messages have come. */
  private String end() throws InterruptedException {
    messages.await();
    end.countDown();
    return "end";
  }
}
