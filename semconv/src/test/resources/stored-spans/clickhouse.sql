-- Generated from the tables of semconv; do not edit.
-- Gives stored spans, whoever wrote them, the names of Turnspan: for the table otel_traces of the collector's ClickHouse
-- exporter. One call is counted once here, too. That table keeps every value as a text, so what only the type of an
-- attribute tells is told by the instrumentation scope.

create or replace function turnspan_unquoted as (v) ->
  if(length(v) >= 2 and startsWith(v, '"') and endsWith(v, '"'), substring(v, 2, length(v) - 2), v);
create or replace function turnspan_telling as (reasons) ->
  if(not has([${telling}], reasons[1]), nullIf(reasons[1], ''),
    [${telling}][arrayMin(arrayMap(e -> if(has([${telling}], e), indexOf([${telling}], e), 99), reasons))]);

-- What the words of the producers mean: by kind of word, and key of the producer where words differ.
create or replace table turnspan_word(kind String, word String, meaning String) engine = MergeTree order by (kind, word);
insert into turnspan_word values
${words};

create or replace table turnspan_host(pattern String, provider String) engine = MergeTree order by pattern;
insert into turnspan_host values
${hosts};

create or replace table turnspan_alias(
  precedence Int64, source_key String, path String, scope_prefix String, string_key String, value_key String,
  value_text String, canonical String, rule String, rank String, marks Bool)
engine = MergeTree order by (source_key, precedence);
insert into turnspan_alias values
${aliases};

create or replace table turnspan_counting(
  ord Int64, scope_prefix String, scope_exact String, string_key String, has_key String, other_key String,
  lacks_key String, lacks_other String, source_key String, provider String, input String, output String)
engine = MergeTree order by ord;
insert into turnspan_counting values
${counting};

-- What each span says of itself; of the spans that are there now. Run this statement again for those that came since.
create or replace table turnspan_named engine = MergeTree order by (trace_id, span_id) as
with known as (
  select t.*, a.precedence, a.source_key, a.path, a.canonical, a.rule, a.rank, a.marks
  from (
    select TraceId trace_id, SpanId span_id, ScopeName scope, SpanAttributes attributes,
      toUnixTimestamp64Nano(Timestamp) start_ns, toUnixTimestamp64Nano(Timestamp) + toInt64(Duration) end_ns,
      k_ k, v_ v, arrayJoin(arrayDistinct([k_, replaceRegexpAll(k_, '[.][0-9]+[.]', '.<i>.')])) looked_up
    from otel_traces array join mapKeys(SpanAttributes) as k_, mapValues(SpanAttributes) as v_) t
  inner join turnspan_alias a on a.source_key = t.looked_up
  where (a.scope_prefix = '' or startsWith(t.scope, a.scope_prefix))
    and a.string_key = ''
    and (a.value_key = '' or lower(t.attributes[a.value_key]) = lower(a.value_text))),
model_span as (select distinct trace_id, span_id from known where marks and scope <> 'dev.turnspan'),
read as (
  select k.trace_id trace_id, k.span_id span_id, k.source_key source_key, k.canonical canonical, k.rule rule,
    k.precedence precedence, k.start_ns start_ns, k.end_ns end_ns, k.v raw,
    if(isValidJSON(k.v), k.v,
      replace(replace(replace(replace(k.v, '''', '"'), 'None', 'null'), 'True', 'true'), 'False', 'false')) json,
    trim(if(k.path = '', k.v,
      arrayFold((acc, p) -> JSONExtractRaw(acc, p), splitByChar('.', k.path), json))) v
  from known k left join model_span m on m.trace_id = k.trace_id and m.span_id = k.span_id
  where k.canonical <> '' and if(k.scope = 'dev.turnspan', k.rank = 'canonical', m.span_id is not null)
    and not (k.path <> '' and v in ('', 'null'))),
number as (
  select p3.*, if(p3.rule = 'provider', p3.spelled, '') provider_word,
    if(p3.rule = 'provider', p3.vendor_spelled, '') vendor_word,
    if(p3.rule in ('operation', 'span-role'), p3.source_key || ' ' || p3.w, p3.w) rule_word
  from (
    select p2.*, if(match(p2.u, '^[-+]?[0-9.]+([eE][-+]?[0-9]+)?$'), toFloat64OrNull(p2.u), null) num,
      if(p2.rule = 'timestamp', toUnixTimestamp64Nano(parseDateTime64BestEffortOrNull(p2.u, 9, 'UTC')), null) time_ns,
      replace(replace(p2.w, '-', '_'), ' ', '_') spelled,
      replace(replace(p2.vendor, '-', '_'), ' ', '_') vendor_spelled
    from (
      select p1.*, lower(p1.u) w, replaceRegexpOne(lower(p1.u), '(${provider_suffixes})$', '') vendor
      from (select p0.*, turnspan_unquoted(p0.v) u from read p0) p1) p2) p3),
placed_word as (
  select n.*, x.word is not null placeholder, r.meaning rule_meaning, p1.meaning provider_meaning, p2.meaning vendor_meaning
  from number n
  left join (select word from turnspan_word where kind = 'placeholder') x on x.word = n.w
  left join turnspan_word r on r.kind = n.rule and r.word = n.rule_word
  left join (select word, meaning from turnspan_word where kind = 'provider') p1 on p1.word = n.provider_word
  left join (select word, meaning from turnspan_word where kind = 'provider') p2 on p2.word = n.vendor_word),
reason as (
  select trace_id, span_id, source_key, canonical, precedence,
    arrayMap(x -> x.2, arraySort(groupArray((ord, ifNull(meaning, ''))))) reasons
  from (
    select e.trace_id trace_id, e.span_id span_id, e.source_key source_key, e.canonical canonical,
      e.precedence precedence, e.ord ord, nullIf(ifNull(f.meaning, e.word), '-') meaning, x.word is not null placeholder
    from (
      select trace_id, span_id, source_key, canonical, precedence, ord, lower(trim(word_)) word
      from (select q.*,
          if(startsWith(q.u, '['), splitByChar(',', replaceRegexpAll(q.u, '[\\[\\]"'']', '')), [q.u]) words
        from number q where q.rule = 'finish-reason')
      array join words as word_, arrayEnumerate(words) as ord) e
    left join (select word from turnspan_word where kind = 'placeholder') x on x.word = e.word
    left join (select word, meaning from turnspan_word where kind = 'finish-reason') f on f.word = e.word)
  where not placeholder and meaning is not null
  group by trace_id, span_id, source_key, canonical, precedence),
candidate as (
  select n.trace_id trace_id, n.span_id span_id, n.source_key source_key, n.canonical canonical, n.rule rule,
    n.precedence precedence, n.raw raw, multiIf(
      n.rule = 'text', if(n.placeholder, null, n.u),
      n.rule = 'count', if(n.num >= 0 and n.num <= 9007199254740992 and n.num = floor(n.num), toString(toInt64(n.num)), null),
      n.rule = 'number', toString(n.num),
      n.rule = 'boolean', if(n.w in ('true', 'false'), n.w, null),
      n.rule = 'seconds', if(n.num >= 0, toString(toInt64(floor(n.num * 1e3 + 0.5))), null),
      n.rule = 'millis', if(n.num >= 0, toString(toInt64(floor(n.num + 0.5))), null),
      n.rule = 'micros', if(n.num >= 0, toString(toInt64(floor(n.num / 1e3 + 0.5))), null),
      n.rule = 'nanos', if(n.num >= 0, toString(toInt64(floor(n.num / 1e6 + 0.5))), null),
      n.rule = 'seconds-or-nanos',
        if(n.num >= 0, toString(toInt64(floor(if(n.num >= 1e6, n.num / 1e6, n.num * 1e3) + 0.5))), null),
      n.rule = 'timestamp',
        if(n.time_ns >= n.start_ns and n.time_ns <= n.end_ns, toString(toInt64(floor((n.time_ns - n.start_ns) / 1e6 + 0.5))), null),
      n.rule = 'finish-reason', if(empty(r.reasons), null, turnspan_telling(r.reasons)),
      n.rule = 'provider', if(n.placeholder, null, nullIf(nullIf(coalesce(n.provider_meaning,
        if(n.vendor <> n.w, ifNull(n.vendor_meaning, n.vendor), null), n.w), '-'), '')),
      n.rule = 'provider-host', nullIf(arrayFirst(h -> n.w like h.1,
        (select groupArray((pattern, provider)) from turnspan_host)).2, ''),
      n.rule = 'url-host', nullIf(extract(n.v, '^[a-z]+://([^/:?]+)'), ''),
      n.rule = 'step-index', if(n.num >= 0, '#' || toString(toInt64(n.num)), null),
      n.rule = 'step-number', if(n.num >= 1, '#' || toString(toInt64(n.num) - 1), null),
      nullIf(n.rule_meaning, '-')) val
  from placed_word n
  left join reason r on r.trace_id = n.trace_id and r.span_id = n.span_id and r.source_key = n.source_key
    and r.canonical = n.canonical and r.precedence = n.precedence),
chosen as (
  select trace_id, span_id, canonical, argMin(val, p) val, argMin(source_key, p) source, argMin(raw, p) raw
  from (select *, precedence + if(rule = 'span-role' and val = 'other', 1000000, 0) p from candidate where val is not null)
  group by trace_id, span_id, canonical),
wide as (
  select s.TraceId trace_id, s.SpanId span_id, any(s.ParentSpanId) parent_span_id, any(s.SpanName) name,
    any(s.ScopeName) scope, any(toUnixTimestamp64Nano(s.Timestamp)) start_ns,
    any(toUnixTimestamp64Nano(s.Timestamp) + toInt64(s.Duration)) end_ns, any(s.StatusCode) status_code,
    any(s.SpanAttributes) attributes, any(m.span_id is not null) model_span, any(s.ScopeName = 'dev.turnspan') own,
    ${pivot},
    anyIf(c.source, c.canonical = 'spanRole') role_source, anyIf(c.raw, c.canonical = 'spanRole') role_raw,
    any(no.meaning) name_operation, any(nr.meaning) name_role,
    anyIf(c.source, c.canonical = 'usage.inputTokens') input_source,
    anyIf(c.source, c.canonical = 'usage.outputTokens') output_source
  from (select *, 'span.name ' || lower(SpanName) named_word from otel_traces) s
  left join model_span m on m.trace_id = s.TraceId and m.span_id = s.SpanId
  left join chosen c on c.trace_id = s.TraceId and c.span_id = s.SpanId
  left join (select word, meaning from turnspan_word where kind = 'operation' and meaning <> '-') no
    on no.word = s.named_word
  left join (select word, meaning from turnspan_word where kind = 'span-role') nr on nr.word = s.named_word
  group by s.TraceId, s.SpanId)
select * replace (
    if(model_span and span_role is null, coalesce(operation, name_operation), operation) as operation,
    if(startsWith(ifNull(step_id, ''), '#'), turn_id || step_id, step_id) as step_id,
    if(cache_write_tokens is null and (cache_write5m_tokens is not null or cache_write1h_tokens is not null),
      ifNull(cache_write5m_tokens, 0) + ifNull(cache_write1h_tokens, 0), cache_write_tokens) as cache_write_tokens,
    if(decode_ms is null and gen_total_ms >= ttft_ms, gen_total_ms - ttft_ms, decode_ms) as decode_ms),
  multiIf(own, span_role, not model_span, null, coalesce(span_role, name_role) is not null, coalesce(span_role, name_role),
    coalesce(tool_name, tool_call_id) is not null, 'tool-call',
    coalesce(if(model_span and span_role is null, coalesce(operation, name_operation), operation), model, request_model, response_model, response_id, finish_reason) is not null
      or coalesce(input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, total_tokens)
        is not null, 'provider.request', 'other') first_role
from wide
settings join_use_nulls = 1, prefer_column_name_to_alias = 1;

-- What each span is among the others.
create or replace view turnspan_span as
with recursive above as (
  select c.trace_id as trace_id, c.span_id as span_id, p.span_id as above_id, p.parent_span_id as next_id,
    ifNull(p.first_role, '') as above_role, p.own as above_own, ifNull(c.first_role, '') = 'tool-call' as through_tool,
    toUInt16(1) as depth
  from turnspan_named c inner join turnspan_named p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
  union all
  select a.trace_id, a.span_id, p.span_id, p.parent_span_id, ifNull(p.first_role, ''), p.own,
    a.through_tool or a.above_role = 'tool-call', toUInt16(a.depth + 1)
  from above a inner join turnspan_named p on p.trace_id = a.trace_id and p.span_id = a.next_id
  where a.depth < 64),
placed as (
  select n.*, if(n.first_role = 'turn' and n.model_span and n.role_source <> 'spanRole' and t.t_span is not null,
    coalesce(x.meaning, n.first_role), n.first_role) placed_role
  from (select *, ifNull(role_source, '') || ' ' || lower(turnspan_unquoted(trim(ifNull(role_raw, '')))) role_word
    from turnspan_named) n
  left join (select distinct trace_id t_trace, span_id t_span from above where above_own or above_role = 'turn') t
    on t.t_trace = n.trace_id and t.t_span = n.span_id
  left join (select word, meaning from turnspan_word where kind = 'nested-role') x on x.word = n.role_word),
inner_call as (
  select a.trace_id trace_id, a.above_id span_id, p.first_role call_role, p.own call_own, p.response_id call_id,
    a.through_tool through_tool, coalesce(p.input_tokens, p.output_tokens) is not null or p.own call_usage
  from above a inner join turnspan_named p on p.trace_id = a.trace_id and p.span_id = a.span_id
  where p.first_role in ('provider.request', 'embedding', 'retrieval')),
told as (
  select distinct p.trace_id d_trace, p.span_id d_span
  from placed p inner join inner_call i on i.trace_id = p.trace_id and i.span_id = p.span_id
  where not i.through_tool and i.call_role = p.placed_role
    and (i.call_id is null or p.response_id is null or i.call_id = p.response_id)
    and (i.call_usage or coalesce(p.input_tokens, p.output_tokens) is null)),
summed as (
  select trace_id s_trace, span_id s_span, max(call_own) own_inside, max(call_usage) usage_inside
  from inner_call group by trace_id, span_id),
beside as (
  select distinct p.trace_id b_trace, p.span_id b_span
  from placed p inner join placed o on o.trace_id = p.trace_id and o.response_id = p.response_id
  where o.placed_role = p.placed_role and o.scope <> p.scope and o.span_id <> p.span_id
    and (o.own or (o.end_ns, o.span_id) < (p.end_ns, p.span_id))
    and (o.own or o.input_tokens is not null or p.input_tokens is null)
    and (p.trace_id, p.span_id, o.span_id) not in (select trace_id, span_id, above_id from above)
    and (p.trace_id, o.span_id, p.span_id) not in (select trace_id, span_id, above_id from above)),
standing as (
  select p.*, multiIf(not p.model_span, 'record', p.placed_role = 'other', 'duplicate',
    p.placed_role in ('provider.request', 'embedding', 'retrieval'),
      if(d.d_span is not null or b.b_span is not null, 'duplicate', 'record'),
    p.placed_role in ('turn', 'step') and ifNull(s.own_inside, false), 'duplicate',
    p.placed_role in ('turn', 'step') and ifNull(s.usage_inside, false), 'sum', 'record') standing
  from placed p
  left join told d on d.d_trace = p.trace_id and d.d_span = p.span_id
  left join beside b on b.b_trace = p.trace_id and b.b_span = p.span_id
  left join summed s on s.s_trace = p.trace_id and s.s_span = p.span_id),
rule as (
  select s.trace_id r_trace, s.span_id r_span,
    argMinIf(c.input, c.ord, c.input <> '-' and c.source_key in ('*', ifNull(s.input_source, ''))) input_rule,
    argMinIf(c.output, c.ord, c.output <> '-' and c.source_key in ('*', ifNull(s.output_source, ''))) output_rule
  from turnspan_named s cross join turnspan_counting c
  where c.string_key = '' and c.provider in ('*', ifNull(s.provider, ''))
    and (c.scope_prefix = '' or startsWith(s.scope, c.scope_prefix)) and (c.scope_exact = '' or s.scope = c.scope_exact)
    and (c.has_key = '' or mapContains(s.attributes, c.has_key))
    and (c.other_key = '' or mapContains(s.attributes, c.other_key))
    and (c.lacks_key = '' or not mapContains(s.attributes, c.lacks_key))
    and (c.lacks_other = '' or not mapContains(s.attributes, c.lacks_other))
  group by s.trace_id, s.span_id),
ruled as (
  select s.*, ifNull(r.input_rule, '') input_counting, ifNull(r.output_rule, '') output_counting,
    ifNull(cache_read_tokens, 0) + ifNull(cache_write_tokens, 0) cached, model_span and standing = 'record' counted
  from standing s left join rule r on r.r_trace = s.trace_id and r.r_span = s.span_id),
judged as (
  select *, counted and input_tokens is not null and ifNull(input_source, '') <> 'usage.inputTokens'
      and raw_input_tokens is null and cached > 0
      and (input_counting = 'outside' or cached > input_tokens
        or ifNull(total_tokens = input_tokens + output_tokens + cached, false)) add_cache,
    counted and output_tokens is not null and ifNull(output_source, '') <> 'usage.outputTokens'
      and raw_output_tokens is null and ifNull(reasoning_tokens, 0) > 0
      and (output_counting = 'outside' or reasoning_tokens > output_tokens) add_reasoning
  from ruled)
select j.trace_id trace_id, j.span_id span_id, j.parent_span_id parent_span_id, j.name name, j.scope scope,
  j.start_ns start_ns, j.end_ns end_ns, j.status_code status_code,
  if(standing = 'duplicate', 'other', placed_role) span_role,
  ${plain_columns},
  coalesce(j.response_model, j.model, j.request_model) model,
  if(standing = 'duplicate', null, j.turn_id) turn_id,
  if(standing = 'duplicate', null, j.step_id) step_id,
  if(j.is_error is null and placed_role = 'tool-call' and model_span and status_code in ('ERROR', 'Error'), true,
    j.is_error) is_error,
  ${usage_columns},
  if(own or counted, j.input_tokens + if(add_cache, cached, 0), null) input_tokens,
  if(own or counted, j.output_tokens + if(add_reasoning, j.reasoning_tokens, 0), null) output_tokens,
  if(add_cache, j.input_tokens, j.raw_input_tokens) raw_input_tokens,
  if(add_reasoning, j.output_tokens, j.raw_output_tokens) raw_output_tokens,
  if(j.reported is null and counted and placed_role = 'provider.request'
    and coalesce(j.input_tokens, j.output_tokens) is not null, true, j.reported) reported,
  if(j.unverified is null and counted
    and ((j.input_tokens is not null and ifNull(input_source, '') <> 'usage.inputTokens' and j.raw_input_tokens is null
        and not add_cache
        and (input_counting = 'outside' and j.cache_read_tokens is null and j.cache_write_tokens is null
          or input_counting = 'ambiguous' and not ifNull(total_tokens = j.input_tokens + j.output_tokens, false)))
      or (j.output_tokens is not null and ifNull(output_source, '') <> 'usage.outputTokens' and j.raw_output_tokens is null
        and not add_reasoning
        and (output_counting = 'outside' and j.reasoning_tokens is null or output_counting = 'ambiguous'))),
    true, j.unverified) unverified
from judged j
settings join_use_nulls = 1, prefer_column_name_to_alias = 1;
