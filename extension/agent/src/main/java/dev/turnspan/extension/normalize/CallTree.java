/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.normalize.EndedSpan.Facts;
import dev.turnspan.semconv.SpanRoles;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spans about language models ended inside which: the lowest that tells of a call is its
 * record, those around it tell of it again. Spans of any other kind only pass on what is inside
 * them. Bounded: what waits for a span that never ends is forgotten.
 */
final class CallTree {

  private static final int MAX_SPANS = 4096;
  // More spans inside one are not looked at one by one: the first that counts decides.
  private static final int MAX_INSIDE = 64;

  private final Generations<List<EndedSpan>> insideOpen = new Generations<>(MAX_SPANS);
  private final Generations<EndedSpan> records = new Generations<>(MAX_SPANS);
  private final Generations<EndedSpan> byResponse = new Generations<>(MAX_SPANS);

  /** A span that is about no model ended: what is inside it is inside its parent. */
  void passOn(SpanContext span, SpanContext parent) {
    List<EndedSpan> inside = takeInside(span);
    if (!inside.isEmpty() && isHere(parent)) {
      inside.forEach(node -> addInside(parent, node));
    }
  }

  /** A span about a model ended. */
  EndedSpan add(SpanContext span, SpanContext parent) {
    return add(null, span, parent);
  }

  /**
   * A call or a tool run of ours ended: whoever tells of the same answer in this trace tells of it
   * again.
   */
  void addOwn(Facts facts, SpanContext span, SpanContext parent) {
    EndedSpan node = add(facts, span, parent);
    if (facts.responseId() != null && facts.counts()) {
      byResponse.add(responseKey(span.getTraceId(), facts), node);
    }
  }

  private EndedSpan add(@Nullable Facts facts, SpanContext span, SpanContext parent) {
    EndedSpan node = new EndedSpan(takeInside(span), facts);
    if (isHere(parent)) {
      addInside(parent, node);
    }
    return node;
  }

  private List<EndedSpan> takeInside(SpanContext span) {
    List<EndedSpan> inside = insideOpen.isEmpty() ? null : insideOpen.remove(span.getSpanId());
    // One that ends late, on another thread, may still have the list.
    return inside == null ? List.of() : List.copyOf(inside);
  }

  private void addInside(SpanContext parent, EndedSpan node) {
    List<EndedSpan> inside =
        insideOpen.getOrAdd(
            parent.getSpanId(), () -> Collections.synchronizedList(new ArrayList<>(2)));
    if (inside.size() < MAX_INSIDE) {
      inside.add(node);
    }
  }

  private static boolean isHere(SpanContext parent) {
    return parent.isValid() && !parent.isRemote();
  }

  /**
   * What a span is in the tree. The node remembers the answer for those around it, and for a second
   * exporter.
   *
   * @param facts what the span says of itself
   */
  Standing judge(EndedSpan node, SpanData span, Facts facts) {
    Standing before = node.standing();
    if (before != null) {
      return before;
    }
    Standing standing = facts.isCall() ? ofCall(node, span, facts) : ofSum(node, facts);
    Facts judged = facts.counting(facts.counts() && standing == Standing.RECORD);
    node.settle(judged, standing);
    if (judged.isCall() && judged.counts()) {
      records.add(span.getSpanId(), node);
    }
    return standing;
  }

  private Standing ofCall(EndedSpan node, SpanData span, Facts facts) {
    boolean told = node.hasCall(call -> call.isRecordOf(facts));
    if (!told) {
      // A span that ended later than the one around it is exported later, too.
      Facts around = around(span.getParentSpanContext());
      told = around != null && around.isRecordOf(facts);
    }
    if (!told && facts.counts() && facts.responseId() != null) {
      EndedSpan first = byResponse.getOrAdd(responseKey(span.getTraceId(), facts), () -> node);
      Facts beside = first == node ? null : first.facts();
      // One producer does not tell of a call twice side by side: those are calls with one id.
      told = beside != null && !beside.scope().equals(facts.scope()) && beside.isRecordOf(facts);
    }
    return told ? Standing.DUPLICATE : Standing.RECORD;
  }

  private @Nullable Facts around(SpanContext parent) {
    EndedSpan around = isHere(parent) ? records.get(parent.getSpanId()) : null;
    return around == null ? null : around.facts();
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
