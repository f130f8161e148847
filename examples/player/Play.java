/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plays a few conversations against the example services, waits until their turns are in the trace
 * store, and prints what the store has seen. Needs the JDK only: {@code java Play.java
 * <chat-service> <tool-loop-service> <trace-store>}, all as http addresses. Exit status: 0 when
 * every question was answered and every turn arrived, else 1.
 */
public final class Play {

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration ARRIVAL_DEADLINE = Duration.ofSeconds(30);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
  private static final String LOAN_TALK = "loan-" + RUN;
  private static final String DATE_TALK = "dates-" + RUN;
  private static final String TRAVEL_TALK = "travel-" + RUN;

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "/chat",
              LOAN_TALK,
              "What is the monthly instalment of a loan with an amount of 12000, an annual interest"
                  + " rate of 4.5 percent and 36 months?"),
          new Question(
              "/chat/stream", LOAN_TALK, "Which weekday is 90 days after the date \"2027-01-31\"?"),
          new Question("/chat/stream", LOAN_TALK, "Thank you. Please tell me a short goodbye."),
          new Question(
              "/openai/chat",
              DATE_TALK,
              "Which weekday is 30 days after the start date \"2027-03-15\"?"),
          new Question(
              "/openai/chat/stream",
              DATE_TALK,
              "What is the monthly instalment of a loan with an amount of 250000, an annual"
                  + " interest rate of 3.75 percent and 360 months?"),
          new Question("/openai/responses", DATE_TALK, "Say hello in one sentence."),
          new Question("/openai/responses", DATE_TALK, "And now say it in French."));

  /** The turn of the chat service that is shown as a tree: streams, uses a tool. */
  private static final Question SHOWN_CHAT = QUESTIONS.get(1);

  /** Asked of the service that has no framework; its turn is shown as well. */
  private static final Question LOOP_QUESTION =
      new Question(
          "/chat/stream",
          TRAVEL_TALK,
          "What time is it in Tokyo, and how many kilometres are 26.2 miles?");

  private record Question(String path, String conversationId, String message) {

    boolean streams() {
      return path.endsWith("/stream");
    }

    String body() {
      return "{\"conversationId\":"
          + Json.quote(conversationId)
          + ",\"message\":"
          + Json.quote(message)
          + "}";
    }
  }

  /** Tells the user what went wrong; no stack trace helps here. */
  private static final class PlayException extends RuntimeException {
    PlayException(String message) {
      super(message);
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String chatService;
  private final String toolLoopService;
  private final String traceStore;

  private Play(String chatService, String toolLoopService, String traceStore) {
    this.chatService = chatService;
    this.toolLoopService = toolLoopService;
    this.traceStore = traceStore;
  }

  /** Program entry. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 3 || !Stream.of(args).allMatch(arg -> arg.startsWith("http://"))) {
      System.err.println(
          "usage: java Play.java http://<chat-service> http://<tool-loop-service>"
              + " http://<trace-store>");
      System.exit(2);
    }
    try {
      new Play(args[0], args[1], args[2]).play();
    } catch (PlayException | IOException e) {
      System.err.println("\nplayer: " + (e.getMessage() == null ? e : e.getMessage()));
      System.exit(1);
    }
  }

  private void play() throws IOException, InterruptedException {
    Set<String> before = new HashSet<>();
    turns().forEach(turn -> before.add(turnId(turn)));

    int failed = 0;
    for (Question question : QUESTIONS) {
      failed += ask(chatService, question) ? 0 : 1;
    }
    failed += ask(toolLoopService, LOOP_QUESTION) ? 0 : 1;
    int asked = QUESTIONS.size() + 1;
    List<Map<String, Object>> arrived = awaitTurns(before, asked);
    if (arrived.isEmpty()) {
      throw new PlayException(
          "no turn arrived in the trace store within "
              + ARRIVAL_DEADLINE.toSeconds()
              + " s. Are the services running with -javaagent?");
    }

    List<Map<String, Object>> loan = of(LOAN_TALK, arrived);
    int shown = QUESTIONS.indexOf(SHOWN_CHAT);
    printTurn(
        "One turn: streamed, with a tool", loan.size() > shown ? loan.get(shown) : arrived.get(0));
    for (Map<String, Object> turn : of(TRAVEL_TALK, arrived)) {
      printTurn("One turn of a hand-written loop: two tools at once, on a thread pool", turn);
    }
    heading("GROUP BY model, read back from the trace store");
    System.out.println(get("/aggregate?by=model", "text/plain").strip());
    heading("The page: " + traceStore + "/");

    if (failed > 0) {
      throw new PlayException(failed + " of " + asked + " questions were not answered.");
    }
    if (arrived.size() < asked) {
      throw new PlayException("only " + arrived.size() + " of " + asked + " turns arrived.");
    }
  }

  private static void heading(String text) {
    System.out.println("\n== " + text + "\n");
  }

  private boolean ask(String service, Question question)
      throws IOException, InterruptedException {
    System.out.println("POST " + question.path() + "\n  > " + question.message());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + question.path()))
            .header("Content-Type", "application/json")
            .header("X-Conversation-Id", question.conversationId())
            .timeout(REQUEST_TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofString(question.body()))
            .build();
    HttpResponse<Stream<String>> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new PlayException("the service at " + service + " does not answer: " + e);
    }
    try (Stream<String> lines = response.body()) {
      boolean answered = response.statusCode() == 200;
      System.out.print("  < ");
      if (answered && question.streams()) {
        answered = printEvents(lines);
      } else {
        String body = String.join("\n", lines.toList());
        System.out.print(
            answered ? Json.object(body).get("answer") : response.statusCode() + " " + body);
      }
      System.out.println();
      return answered;
    }
  }

  /** Prints the deltas as they come; false if the stream did not end with a done event. */
  private static boolean printEvents(Stream<String> lines) {
    String event = "";
    for (String line : (Iterable<String>) lines::iterator) {
      if (line.startsWith("event:")) {
        event = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:") && event.equals("delta")) {
        System.out.print(Json.object(line.substring("data:".length())).get("text"));
        System.out.flush();
      } else if (line.startsWith("data:") && event.equals("error")) {
        System.out.print(line.substring("data:".length()));
      }
    }
    return event.equals("done");
  }

  /** The turns of this run, oldest first: all of them, or those that came before the deadline. */
  private List<Map<String, Object>> awaitTurns(Set<String> before, int expected)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + ARRIVAL_DEADLINE.toNanos();
    while (true) {
      List<Map<String, Object>> arrived = new ArrayList<>();
      for (Map<String, Object> turn : turns()) {
        if (!before.contains(turnId(turn))) {
          arrived.add(0, turn);
        }
      }
      if (arrived.size() >= expected || System.nanoTime() - deadline > 0) {
        return arrived;
      }
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
  }

  private static List<Map<String, Object>> of(
      String conversationId, List<Map<String, Object>> turns) {
    return turns.stream().filter(turn -> conversationId.equals(turn.get("conversationId"))).toList();
  }

  private void printTurn(String title, Map<String, Object> turn)
      throws IOException, InterruptedException {
    heading(title);
    System.out.println(get("/turns/" + turnId(turn), "text/plain").strip());
  }

  private static String turnId(Map<String, Object> turn) {
    return String.valueOf(turn.get("turnId"));
  }

  /** The store's latest turns, newest first. */
  private List<Map<String, Object>> turns() throws IOException, InterruptedException {
    List<Map<String, Object>> turns = new ArrayList<>();
    if (Json.object(get("/turns?limit=200", "application/json")).get("turns")
        instanceof List<?> l) {
      l.forEach(turn -> turns.add(Json.asObject(turn)));
    }
    return turns;
  }

  private String get(String path, String accept) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(traceStore + path))
            .header("Accept", accept)
            .timeout(REQUEST_TIMEOUT)
            .build();
    HttpResponse<String> response =
        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new PlayException(
          "GET "
              + traceStore
              + path
              + " answered "
              + response.statusCode()
              + " "
              + response.body());
    }
    return response.body();
  }

  /** As much JSON as the two servers speak; the JDK has none. */
  private static final class Json {

    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    static String quote(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Map<String, Object> object(String text) {
      return asObject(new Json(text).value());
    }

    static Map<String, Object> asObject(Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new PlayException("expected a JSON object, got " + value);
      }
      Map<String, Object> object = new LinkedHashMap<>();
      map.forEach((key, member) -> object.put(String.valueOf(key), member));
      return object;
    }

    private Object value() {
      char next = peek();
      return switch (next) {
        case '{' -> members();
        case '[' -> elements();
        case '"' -> string();
        default -> literal();
      };
    }

    private Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      at++;
      while (peek() != '}') {
        String key = string();
        expect(':');
        members.put(key, value());
        skipComma();
      }
      at++;
      return members;
    }

    private List<Object> elements() {
      List<Object> elements = new ArrayList<>();
      at++;
      while (peek() != ']') {
        elements.add(value());
        skipComma();
      }
      at++;
      return elements;
    }

    private String string() {
      expect('"');
      StringBuilder result = new StringBuilder();
      while (peekRaw() != '"') {
        char c = text.charAt(at++);
        result.append(c == '\\' ? escaped() : c);
      }
      at++;
      return result.toString();
    }

    private char escaped() {
      char c = peekRaw();
      at++;
      return switch (c) {
        case 'n' -> '\n';
        case 't' -> '\t';
        case 'r' -> '\r';
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'u' -> {
          at += 4;
          yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        default -> c;
      };
    }

    /** Numbers, true, false and null stay text: nobody here calculates with them. */
    private String literal() {
      int start = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (at == start) {
        throw malformed();
      }
      return text.substring(start, at);
    }

    private void expect(char wanted) {
      if (peek() != wanted) {
        throw malformed();
      }
      at++;
    }

    private void skipComma() {
      if (peek() == ',') {
        at++;
      }
    }

    private char peek() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return peekRaw();
    }

    private char peekRaw() {
      if (at >= text.length()) {
        throw malformed();
      }
      return text.charAt(at);
    }

    private PlayException malformed() {
      return new PlayException("malformed JSON at character " + at + ": " + text);
    }
  }
}
