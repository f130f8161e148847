/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.normalize.EndedSpan.Facts;
import dev.turnspan.semconv.SpanRoles;
import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Which spans about language models ended inside which: the lowest that tells of a call is its
 * record, those around it tell of it again. Spans of any other kind only pass on what is inside
 * them. Bounded: what waits for a span that never ends is forgotten.
 */
final class CallTree {

  /** How a span stands to what ended inside it, or around it, or beside it. */
  enum Standing {
    /** Nothing else tells of it. */
    RECORD,
    /** It tells of a call, or of a turn of ours, that is counted elsewhere. */
    DUPLICATE,
    /** It sums up calls that are counted themselves. */
    SUM
  }

  private static final int MAX_SPANS = 4096;
  private static final int MAX_INSIDE = 64;

  private final Generations<List<EndedSpan>> insideOpen = new Generations<>(MAX_SPANS);
  private final Generations<EndedSpan> ended = new Generations<>(MAX_SPANS);
  private final Generations<EndedSpan> byResponse = new Generations<>(MAX_SPANS);

  /** A span that is about no model ended: what is inside it is inside its parent. */
  void passOn(SpanContext span, SpanContext parent) {
    if (insideOpen.isEmpty()) {
      return;
    }
    List<EndedSpan> inside = insideOpen.remove(span.getSpanId());
    if (inside != null) {
      addTo(parent, inside);
    }
  }

  /** A span about a model ended. */
  void add(EndedSpan node, SpanContext span, SpanContext parent) {
    takeInside(node, span);
    boolean here = isHere(parent);
    if (here) {
      node.endedAfter(ended.get(parent.getSpanId()));
    }
    ended.add(span.getSpanId(), node);
    if (here) {
      addTo(parent, List.of(node));
    }
  }

  /**
   * A call or a tool run of ours ended: whoever tells of the same answer in this trace tells of it
   * again.
   */
  void addOwn(EndedSpan node, SpanContext span, SpanContext parent) {
    takeInside(node, span);
    addTo(parent, List.of(node));
    Facts facts = node.facts();
    if (facts != null && facts.responseId() != null && facts.counts()) {
      byResponse.add(responseKey(span.getTraceId(), facts), node);
    }
  }

  private void takeInside(EndedSpan node, SpanContext span) {
    List<EndedSpan> inside = insideOpen.isEmpty() ? null : insideOpen.remove(span.getSpanId());
    if (inside != null) {
      node.addInside(inside);
    }
  }

  private void addTo(SpanContext parent, List<EndedSpan> spans) {
    if (!isHere(parent)) {
      return;
    }
    List<EndedSpan> inside = insideOpen.getOrAdd(parent.getSpanId(), () -> new ArrayList<>(2));
    synchronized (inside) {
      for (EndedSpan span : spans) {
        if (inside.size() < MAX_INSIDE) {
          inside.add(span);
        }
      }
    }
  }

  private static boolean isHere(SpanContext parent) {
    return parent.isValid() && !parent.isRemote();
  }

  /**
   * What a span is in the tree. The span remembers the answer for those around it.
   *
   * @param facts what the span says of itself
   */
  Standing judge(EndedSpan node, String traceId, Facts facts) {
    Standing standing = facts.isCall() ? ofCall(node, traceId, facts) : ofSum(node, facts);
    boolean counts = facts.counts() && standing == Standing.RECORD;
    node.settle(facts.counting(counts));
    return standing;
  }

  private Standing ofCall(EndedSpan node, String traceId, Facts facts) {
    boolean told = node.hasCall(call -> call.isRecordOf(facts));
    EndedSpan around = node.around();
    Facts outer = told || around == null ? null : around.facts();
    told |= outer != null && outer.isRecordOf(facts);
    if (!told && facts.counts() && facts.responseId() != null) {
      EndedSpan first = byResponse.getOrAdd(responseKey(traceId, facts), () -> node);
      Facts beside = first == node ? null : first.facts();
      // One producer does not tell of a call twice side by side: those are calls with one id.
      told = beside != null && !beside.scope().equals(facts.scope()) && beside.isRecordOf(facts);
    }
    return told ? Standing.DUPLICATE : Standing.RECORD;
  }

  private static Standing ofSum(EndedSpan node, Facts facts) {
    boolean sum = facts.role().equals(SpanRoles.TURN) || facts.role().equals(SpanRoles.STEP);
    if (sum && node.hasAnyCall(Facts::isOwn)) {
      return Standing.DUPLICATE;
    }
    return sum && node.hasAnyCall(call -> call.counts() && call.usage())
        ? Standing.SUM
        : Standing.RECORD;
  }

  private static String responseKey(String traceId, Facts facts) {
    return traceId + '/' + facts.role() + '/' + facts.responseId();
  }
}
