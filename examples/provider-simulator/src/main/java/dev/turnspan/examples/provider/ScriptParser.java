/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the script out of a model name such as {@code sim-ttft50-n5-fail429x1}. */
final class ScriptParser {

  private static final Pattern TOKEN = Pattern.compile("([a-z]+)(\\d{1,6})?(?:x(\\d{1,6}))?");
  private static final String KNOWN =
      "ttft<ms> gap<ms> n<count> reason<count> in<tokens> cached<tokens> cachewrite<tokens> nousage"
          + " usage tool tools<count> toolrounds<count> fail<status>x<count> status<code>"
          + " cut<count> malformed<count> errorevent<count> hang<count> nofinish length filter"
          + " refusal failed s<label>";

  private int ttft;
  private int gap;
  private int words = 3;
  private int reasoning;
  private int toolCalls = 1;
  private int toolRounds;
  private int input = 11;
  private int cached;
  private int cacheWrite = -1;
  private Usage.Rule usageRule = Usage.Rule.BY_DEFAULT;
  private Finish finish = Finish.STOP;
  private Fault fault = Fault.NONE;
  private final List<Script.Failure> failures = new ArrayList<>();

  private ScriptParser() {}

  static Script parse(String model) throws ApiError {
    ScriptParser parser = new ScriptParser();
    String[] tokens = model.split("-", -1);
    if (!tokens[0].equals(Script.PREFIX)) {
      throw unknown(tokens[0], model);
    }
    for (int i = 1; i < tokens.length; i++) {
      if (!parser.accept(tokens[i])) {
        throw unknown(tokens[i], model);
      }
    }
    return parser.script();
  }

  private Script script() {
    return new Script(
        new Pace(ttft, gap),
        words,
        reasoning,
        new Script.ToolUse(toolCalls, toolRounds),
        List.copyOf(failures),
        finish,
        fault,
        new Script.Tokens(input, cached, cacheWrite, usageRule));
  }

  private static ApiError unknown(String token, String model) {
    return ApiError.badRequest(
        "Unknown token \"%s\" in the scripted model name \"%s\". Known after \"sim\": %s."
            .formatted(token, model, KNOWN));
  }

  private boolean accept(String token) {
    Matcher matcher = TOKEN.matcher(token);
    boolean known = matcher.matches() && accept(matcher);
    return known || (token.startsWith("s") && !token.matches("status\\d+"));
  }

  private boolean accept(Matcher token) {
    String word = token.group(1);
    if (token.group(2) == null) {
      return acceptWord(word);
    }
    int number = Integer.parseInt(token.group(2));
    if (token.group(3) != null) {
      return word.equals("fail") && acceptFailure(number, Integer.parseInt(token.group(3)));
    }
    return word.equals("status")
        ? acceptFailure(number, Integer.MAX_VALUE)
        : acceptNumber(word, number) || acceptFault(word, number);
  }

  private boolean acceptWord(String word) {
    switch (word) {
      case "usage" -> usageRule = Usage.Rule.ALWAYS;
      case "nousage" -> usageRule = Usage.Rule.NEVER;
      case "tool" -> toolRounds = Math.max(1, toolRounds);
      case "nofinish" -> finish = Finish.NONE;
      case "length" -> finish = Finish.LENGTH;
      case "filter" -> finish = Finish.FILTER;
      case "refusal" -> finish = Finish.REFUSAL;
      case "failed" -> finish = Finish.FAILED;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean acceptNumber(String word, int number) {
    switch (word) {
      case "ttft" -> ttft = number;
      case "gap" -> gap = number;
      case "n" -> words = number;
      case "reason" -> reasoning = number;
      case "in" -> input = number;
      case "cached" -> cached = number;
      case "cachewrite" -> cacheWrite = number;
      case "tools" -> {
        toolCalls = number;
        toolRounds = Math.max(1, toolRounds);
      }
      case "toolrounds" -> toolRounds = number;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean acceptFault(String word, int after) {
    switch (word) {
      case "cut" -> fault = new Fault(Fault.Kind.CUT, after);
      case "malformed" -> fault = new Fault(Fault.Kind.MALFORMED, after);
      case "errorevent" -> fault = new Fault(Fault.Kind.ERROR_EVENT, after);
      case "hang" -> fault = new Fault(Fault.Kind.HANG, after);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean acceptFailure(int status, int requests) {
    boolean valid = status >= 400 && status <= 599;
    if (valid) {
      failures.add(new Script.Failure(status, requests));
    }
    return valid;
  }
}
