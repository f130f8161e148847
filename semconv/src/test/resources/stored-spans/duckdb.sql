-- Generated from the tables of semconv; do not edit.
-- Gives stored spans, whoever wrote them, the names of Turnspan: for the example trace store, or for any table
-- spans(trace_id, span_id, parent_span_id, name, start_ns, end_ns, status_code, attributes json, origin json) where
-- origin has the instrumentation scope. One call is counted once here, too.

create or replace macro turnspan_unquoted(v) as
  case when length(v) >= 2 and v[1] = '"' and v[-1] = '"' then v[2:-2] else v end;
create or replace macro turnspan_telling(reasons) as
  case when not list_contains([${telling}], reasons[1]) then reasons[1]
  else [${telling}][list_min(list_transform(reasons,
    lambda e: case when list_contains([${telling}], e) then list_position([${telling}], e) else 99 end))] end;

-- What the words of the producers mean: by kind of word, and key of the producer where words differ.
create or replace table turnspan_word(kind varchar, word varchar, meaning varchar);
insert into turnspan_word values
${words};

create or replace table turnspan_host(pattern varchar, provider varchar);
insert into turnspan_host values
${hosts};

create or replace table turnspan_alias(
  precedence integer, source_key varchar, path varchar, scope_prefix varchar, string_key varchar, value_key varchar,
  value_text varchar, canonical varchar, rule varchar, rank varchar, marks boolean);
insert into turnspan_alias values
${aliases};

create or replace table turnspan_counting(
  ord integer, scope_prefix varchar, scope_exact varchar, string_key varchar, has_key varchar, other_key varchar,
  lacks_key varchar, lacks_other varchar, source_key varchar, provider varchar, input varchar, output varchar);
insert into turnspan_counting values
${counting};

create or replace view turnspan_span as
with recursive span as (
  select trace_id, span_id, coalesce(parent_span_id, '') parent_span_id, name, start_ns, end_ns, status_code,
    attributes, coalesce(json_extract_string(origin, '$.scope'), '') scope
  from spans),
attribute as materialized (
  select s.trace_id, s.span_id, s.scope, s.start_ns, s.end_ns, s.attributes, a.key k,
    regexp_replace(a.key, '\.[0-9]+\.', '.<i>.') pattern,
    case when a.type = 'VARCHAR' then json_extract_string(a.value, '$') else a.value::varchar end v
  from span s, json_each(s.attributes) a),
known as materialized (
  select t.*, a.precedence, a.source_key, a.path, a.canonical, a.rule, a.rank, a.marks
  from attribute t join turnspan_alias a on a.source_key = t.k or a.source_key = t.pattern
  where (a.scope_prefix = '' or starts_with(t.scope, a.scope_prefix))
    and (a.string_key = '' or json_type(t.attributes, '$."' || a.string_key || '"') = 'VARCHAR')
    and (a.value_key = ''
      or lower(json_extract_string(t.attributes, '$."' || a.value_key || '"')) = lower(a.value_text))),
model_span as materialized (select distinct trace_id, span_id from known where marks and scope <> 'dev.turnspan'),
read as materialized (
  select k.trace_id, k.span_id, k.source_key, k.canonical, k.rule, k.precedence, k.start_ns, k.end_ns, k.v raw,
    trim(case when k.path = '' then k.v
      when json_valid(k.v) then json_extract_string(k.v, k.path)
      -- What Python prints of a dictionary.
      when json_valid(replace(replace(replace(replace(k.v, '''', '"'), 'None', 'null'), 'True', 'true'), 'False', 'false'))
      then json_extract_string(
        replace(replace(replace(replace(k.v, '''', '"'), 'None', 'null'), 'True', 'true'), 'False', 'false'), k.path)
      end) v
  from known k left join model_span m on m.trace_id = k.trace_id and m.span_id = k.span_id
  where k.canonical <> '' and case when k.scope = 'dev.turnspan' then k.rank = 'canonical' else m.span_id is not null end),
plain as materialized (
  select *, turnspan_unquoted(v) u, lower(turnspan_unquoted(v)) w from read where v is not null),
number as materialized (
  select p.*, case when regexp_full_match(u, '[-+]?[0-9.]+([eE][-+]?[0-9]+)?') then try_cast(u as double) end n,
    case when rule = 'timestamp' then epoch_ns(try_cast(u as timestamp)) end t,
    replace(replace(w, '-', '_'), ' ', '_') spelled,
    regexp_replace(w, '(${provider_suffixes})$', '') vendor,
    x.word is not null placeholder
  from plain p left join turnspan_word x on x.kind = 'placeholder' and x.word = w),
reason as materialized (
  select trace_id, span_id, source_key, canonical, precedence, list(meaning order by ord) reasons from (
    select e.*, case when x.word is not null then null else nullif(coalesce(f.meaning, e.word), '-') end meaning
    from (
      select trace_id, span_id, source_key, canonical, precedence, generate_subscripts(words, 1) ord,
        lower(trim(unnest(words))) word
      from (select *, case when u[1] = '[' then string_split(regexp_replace(u, '[\[\]"'']', '', 'g'), ',') else [u] end words
        from number where rule = 'finish-reason')) e
    left join turnspan_word x on x.kind = 'placeholder' and x.word = e.word
    left join turnspan_word f on f.kind = 'finish-reason' and f.word = e.word)
  where meaning is not null group by all),
candidate as materialized (
  select n.trace_id, n.span_id, n.source_key, n.canonical, n.rule, n.precedence, n.raw, case n.rule
    when 'text' then case when not placeholder then case when v = u then v else u end end
    when 'count' then case when n between 0 and 9007199254740992 and n = floor(n) then n::bigint::varchar end
    when 'number' then n::varchar
    when 'boolean' then case when w in ('true', 'false') then w end
    when 'seconds' then case when n >= 0 then round(n * 1e3)::bigint::varchar end
    when 'millis' then case when n >= 0 then round(n)::bigint::varchar end
    when 'micros' then case when n >= 0 then round(n / 1e3)::bigint::varchar end
    when 'nanos' then case when n >= 0 then round(n / 1e6)::bigint::varchar end
    when 'seconds-or-nanos' then case when n >= 1e6 then round(n / 1e6) when n >= 0 then round(n * 1e3) end::bigint::varchar
    when 'timestamp' then case when t between start_ns and end_ns then round((t - start_ns) / 1e6)::bigint::varchar end
    when 'finish-reason' then turnspan_telling(r.reasons)
    when 'provider' then case when not placeholder then nullif(nullif(coalesce(
      p1.meaning, case when vendor <> w then coalesce(p2.meaning, vendor) end, w), '-'), '') end
    when 'provider-host' then h.provider
    when 'url-host' then nullif(regexp_extract(v, '^[a-z]+://([^/:?]+)', 1), '')
    when 'step-index' then case when n >= 0 then '#' || n::bigint end
    when 'step-number' then case when n >= 1 then '#' || (n::bigint - 1) end
    else nullif(x.meaning, '-') end val
  from number n
  left join reason r using (trace_id, span_id, source_key, canonical, precedence)
  left join turnspan_word p1 on n.rule = 'provider' and p1.kind = 'provider' and p1.word = n.spelled
  left join turnspan_word p2 on n.rule = 'provider' and p2.kind = 'provider'
    and p2.word = replace(replace(n.vendor, '-', '_'), ' ', '_')
  left join turnspan_host h on n.rule = 'provider-host' and n.w like h.pattern
  left join turnspan_word x on x.kind = n.rule
    and x.word = case when n.rule in ('operation', 'span-role') then n.source_key || ' ' || n.w else n.w end),
chosen as materialized (
  select trace_id, span_id, canonical, arg_min(val, p) val, arg_min(source_key, p) source, arg_min(raw, p) raw
  from (select *, precedence + case when rule = 'span-role' and val = 'other' then 1000000 else 0 end p
    from candidate where val is not null)
  group by all),
wide as materialized (
  select s.trace_id, s.span_id, s.parent_span_id, s.name, s.scope, s.start_ns, s.end_ns, s.status_code, s.attributes,
    m.span_id is not null model_span, s.scope = 'dev.turnspan' own,
    ${pivot},
    max(case when canonical = 'spanRole' then source end) role_source,
    max(case when canonical = 'spanRole' then raw end) role_raw,
    any_value(no.meaning) name_operation, any_value(nr.meaning) name_role,
    max(case when canonical = 'usage.inputTokens' then source end) input_source,
    max(case when canonical = 'usage.outputTokens' then source end) output_source
  from span s left join model_span m on m.trace_id = s.trace_id and m.span_id = s.span_id
  left join chosen c on c.trace_id = s.trace_id and c.span_id = s.span_id
  left join turnspan_word no on no.kind = 'operation' and no.word = 'span.name ' || lower(s.name) and no.meaning <> '-'
  left join turnspan_word nr on nr.kind = 'span-role' and nr.word = 'span.name ' || lower(s.name)
  group by all),
named as materialized (
  select * replace (
    case when model_span and span_role is null then coalesce(operation, name_operation) else operation end as operation,
    case when starts_with(step_id, '#') then turn_id || step_id else step_id end as step_id,
    coalesce(cache_write_tokens, case when cache_write5m_tokens is not null or cache_write1h_tokens is not null
      then coalesce(cache_write5m_tokens, 0) + coalesce(cache_write1h_tokens, 0) end) as cache_write_tokens,
    coalesce(decode_ms, case when gen_total_ms >= ttft_ms then gen_total_ms - ttft_ms end) as decode_ms),
    case when own then span_role when not model_span then null else coalesce(span_role, name_role,
      case when tool_name is not null or tool_call_id is not null then 'tool-call'
      when coalesce(operation, model, request_model, response_model, response_id, finish_reason) is not null
        or coalesce(input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, total_tokens)
          is not null then 'provider.request'
      else 'other' end) end first_role
  from wide),
above as (
  select c.trace_id, c.span_id, p.span_id above_id, p.parent_span_id next_id, p.first_role above_role, p.own above_own,
    c.first_role = 'tool-call' through_tool, 1 depth
  from named c join named p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
  union all
  select a.trace_id, a.span_id, p.span_id, p.parent_span_id, p.first_role, p.own,
    a.through_tool or a.above_role = 'tool-call', a.depth + 1
  from above a join named p on p.trace_id = a.trace_id and p.span_id = a.next_id
  where a.depth < 64),
placed as materialized (
  select n.*, case when n.first_role = 'turn' and n.model_span and n.role_source <> 'spanRole' and exists(
      from above a where a.trace_id = n.trace_id and a.span_id = n.span_id and (a.above_own or a.above_role = 'turn'))
    then coalesce(x.meaning, n.first_role) else n.first_role end placed_role
  from named n left join turnspan_word x on x.kind = 'nested-role'
    and x.word = n.role_source || ' ' || lower(turnspan_unquoted(trim(n.role_raw)))),
inner_call as materialized (
  select a.trace_id, a.above_id span_id, p.first_role call_role, p.own call_own, p.response_id call_id,
    a.through_tool, coalesce(p.input_tokens, p.output_tokens) is not null or p.own call_usage
  from above a join placed p on p.trace_id = a.trace_id and p.span_id = a.span_id
  where p.first_role in ('provider.request', 'embedding', 'retrieval')),
standing as materialized (
  select p.*, case
    when not model_span then 'record'
    when placed_role = 'other' then 'duplicate'
    when placed_role in ('provider.request', 'embedding', 'retrieval') and (exists(
        from inner_call i where i.trace_id = p.trace_id and i.span_id = p.span_id and not i.through_tool
          and i.call_role = p.placed_role
          and (i.call_id is null or p.response_id is null or i.call_id = p.response_id)
          and (i.call_usage or coalesce(p.input_tokens, p.output_tokens) is null))
      or exists(
        from placed o where o.trace_id = p.trace_id and o.placed_role = p.placed_role and o.scope <> p.scope
          and o.response_id = p.response_id and o.span_id <> p.span_id
          and (o.own or (o.end_ns, o.span_id) < (p.end_ns, p.span_id))
          and (o.own or o.input_tokens is not null or p.input_tokens is null)
          and not exists(from above a where a.trace_id = p.trace_id
            and (a.span_id, a.above_id) in ((o.span_id, p.span_id), (p.span_id, o.span_id)))))
      then 'duplicate'
    when placed_role in ('turn', 'step') and exists(from inner_call i
        where i.trace_id = p.trace_id and i.span_id = p.span_id and i.call_own) then 'duplicate'
    when placed_role in ('turn', 'step') and exists(from inner_call i
        where i.trace_id = p.trace_id and i.span_id = p.span_id and i.call_usage) then 'sum'
    else 'record' end standing
  from placed p),
ruled as materialized (
  select s.*, (select arg_min(c.input, c.ord) from turnspan_counting c
      where c.input <> '-' and c.provider in ('*', coalesce(s.provider, '')) and c.source_key in ('*', s.input_source)
        and (c.scope_prefix = '' or starts_with(s.scope, c.scope_prefix))
        and (c.scope_exact = '' or s.scope = c.scope_exact)
        and (c.string_key = '' or coalesce(json_type(s.attributes, '$."' || c.string_key || '"') = 'VARCHAR', false))
        and (c.has_key = '' or json_exists(s.attributes, '$."' || c.has_key || '"'))
        and (c.other_key = '' or json_exists(s.attributes, '$."' || c.other_key || '"'))
        and (c.lacks_key = '' or not json_exists(s.attributes, '$."' || c.lacks_key || '"'))
        and (c.lacks_other = '' or not json_exists(s.attributes, '$."' || c.lacks_other || '"'))) input_counting,
    (select arg_min(c.output, c.ord) from turnspan_counting c
      where c.output <> '-' and c.provider in ('*', coalesce(s.provider, '')) and c.source_key in ('*', s.output_source)
        and (c.scope_prefix = '' or starts_with(s.scope, c.scope_prefix))
        and (c.scope_exact = '' or s.scope = c.scope_exact)
        and (c.string_key = '' or coalesce(json_type(s.attributes, '$."' || c.string_key || '"') = 'VARCHAR', false))
        and (c.has_key = '' or json_exists(s.attributes, '$."' || c.has_key || '"'))
        and (c.other_key = '' or json_exists(s.attributes, '$."' || c.other_key || '"'))
        and (c.lacks_key = '' or not json_exists(s.attributes, '$."' || c.lacks_key || '"'))
        and (c.lacks_other = '' or not json_exists(s.attributes, '$."' || c.lacks_other || '"'))) output_counting,
    coalesce(cache_read_tokens, 0) + coalesce(cache_write_tokens, 0) cached,
    model_span and standing = 'record' counted
  from standing s),
judged as materialized (
  select *, counted and input_tokens is not null and input_source <> 'usage.inputTokens' and raw_input_tokens is null
      and cached > 0
      and (coalesce(input_counting = 'outside', false) or cached > input_tokens
        or coalesce(total_tokens = input_tokens + output_tokens + cached, false)) add_cache,
    counted and output_tokens is not null and output_source <> 'usage.outputTokens' and raw_output_tokens is null
      and coalesce(reasoning_tokens, 0) > 0
      and (coalesce(output_counting = 'outside', false) or reasoning_tokens > output_tokens) add_reasoning
  from ruled)
select trace_id, span_id, parent_span_id, name, scope, start_ns, end_ns, status_code,
  case when standing = 'duplicate' then 'other' else placed_role end span_role,
  ${plain_columns},
  coalesce(response_model, model, request_model) model,
  case when standing = 'duplicate' then null else turn_id end turn_id,
  case when standing = 'duplicate' then null else step_id end step_id,
  coalesce(is_error, case when placed_role = 'tool-call' and model_span and status_code = 'ERROR' then true end) is_error,
  ${usage_columns},
  case when own or counted then input_tokens + case when add_cache then cached else 0 end end input_tokens,
  case when own or counted then output_tokens + case when add_reasoning then reasoning_tokens else 0 end end output_tokens,
  coalesce(raw_input_tokens, case when add_cache then input_tokens end) raw_input_tokens,
  coalesce(raw_output_tokens, case when add_reasoning then output_tokens end) raw_output_tokens,
  coalesce(reported, case when counted and placed_role = 'provider.request'
    and coalesce(input_tokens, output_tokens) is not null then true end) reported,
  coalesce(unverified, case when counted
    and ((input_tokens is not null and input_source <> 'usage.inputTokens' and raw_input_tokens is null and not add_cache
        and (input_counting = 'outside' and cache_read_tokens is null and cache_write_tokens is null
          or input_counting = 'ambiguous' and not coalesce(total_tokens = input_tokens + output_tokens, false)))
      or (output_tokens is not null and output_source <> 'usage.outputTokens' and raw_output_tokens is null
        and not add_reasoning
        and (output_counting = 'outside' and reasoning_tokens is null or output_counting = 'ambiguous')))
    then true end) unverified
from judged;
