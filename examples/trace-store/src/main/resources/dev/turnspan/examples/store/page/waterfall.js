// The spans of a turn as bars over time, one row a span, children below their parent.

import { svg } from './dom.js';

const MAX_ROWS = 1000;
const AXIS = 26;
const DURATION_SPACE = 68;
const INDENT = 12;
const ROLES = ['turn', 'step', 'provider.request', 'tool-call'];

export function flatten(spans, depth = 0, rows = []) {
  for (const span of spans) {
    rows.push({ span, depth });
    flatten(span.children, depth + 1, rows);
  }
  return rows;
}

export function roleOf(span) {
  const role = span.attributes.spanRole;
  return ROLES.includes(role) ? role : 'other';
}

export function labelOf(span) {
  const { stepId, toolName, attempt } = span.attributes;
  switch (roleOf(span)) {
    case 'step':
      return span.name + (/#\d+$/.exec(String(stepId ?? '')) ?? [''])[0];
    case 'tool-call':
      return `${span.name} ${toolName ?? ''}`;
    case 'provider.request':
      return attempt > 0 ? `${span.name} (attempt ${attempt})` : span.name;
    default:
      return span.name;
  }
}

// Wide: labels in a column to the left. Narrow: labels above their bars.
function layout(width) {
  const wide = width >= 620;
  const left = wide ? Math.min(250, Math.round(width * 0.32)) : 4;
  return {
    left,
    right: width - DURATION_SPACE,
    rowHeight: wide ? 28 : 42,
    barHeight: 14,
    barTop: wide ? 7 : 22,
    labelWidth: wide ? left - 12 : width - 8,
  };
}

export function draw(width, rows, onSelect) {
  const shownRows = rows.slice(0, MAX_ROWS);
  const place = layout(width);
  const scale = scaleOf(rows, place);
  const height = AXIS + shownRows.length * place.rowHeight + 6;
  const picture = svg('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'group',
    'aria-label': 'Spans over time',
  });
  picture.append(axis(scale, place, height));
  shownRows.forEach((row, index) => {
    picture.append(drawRow(row, AXIS + index * place.rowHeight, width, place, scale, onSelect));
  });
  return picture;
}

function scaleOf(rows, place) {
  const start = Math.min(...rows.map(({ span }) => span.offsetNs));
  const end = Math.max(...rows.map(({ span }) => span.offsetNs + span.durationNs));
  const perNs = (place.right - place.left) / Math.max(end - start, 1);
  return { start, end, x: (ns) => place.left + (ns - start) * perNs, w: (ns) => ns * perNs };
}

// Ticks count from the start of the turn, at 1, 2 or 5 times a power of ten.
function axis(scale, place, height) {
  const group = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  const room = Math.max(2, Math.floor((place.right - place.left) / 110));
  const rough = Math.max((scale.end - scale.start) / 1e6 / room, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  for (let ms = Math.ceil(scale.start / 1e6 / step) * step; ms * 1e6 <= scale.end; ms += step) {
    const x = scale.x(ms * 1e6);
    group.append(svg('line', { x1: x, x2: x, y1: AXIS - 6, y2: height }));
    group.append(svg('text', { x: x + 3, y: AXIS - 10 }, `${Math.round(ms)} ms`));
  }
  return group;
}

function drawRow({ span, depth }, top, width, place, scale, onSelect) {
  const role = roleOf(span);
  const failed = span.status.code === 'ERROR' || span.attributes.isError === true;
  const group = svg('g', {
    class: `row role-${role.replace('provider.', '')}${failed ? ' failed' : ''}`,
    tabindex: 0,
    role: 'button',
    'aria-label': `${labelOf(span)}, ${span.durationMs} ms${failed ? ', failed' : ''}`,
    'data-testid': 'row',
    'data-span-id': span.spanId,
    'data-role': role,
  });
  group.append(
    svg('title', {}, tooltip(span)),
    svg('rect', { class: 'hit', x: 0, y: top, width, height: place.rowHeight }),
    label(span, depth, top, place, failed),
    ...bars(span, top + place.barTop, place, scale),
    duration(span, top + place.barTop, scale));
  const select = () => onSelect(span, group);
  group.addEventListener('click', select);
  group.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select();
    }
  });
  return group;
}

function label(span, depth, top, place, failed) {
  const indent = Math.min(depth, 8) * INDENT;
  // SVG text does not clip itself; about 6.6 pixels a character at this size.
  const room = Math.max(6, Math.floor((place.labelWidth - indent) / 6.6));
  const full = (failed ? '✕ ' : '') + labelOf(span);
  const text = full.length > room ? `${full.slice(0, room - 1)}…` : full;
  return svg('text', { class: 'label', x: 4 + indent, y: top + 18 - (place.left < 10 ? 2 : 0),
    'data-testid': 'label' }, text);
}

function bars(span, y, place, scale) {
  const x = scale.x(span.offsetNs);
  const height = place.barHeight;
  const width = Math.max(scale.w(span.durationNs), 2);
  const parts = [svg('rect', { class: 'bar', x, y, width, height, rx: 2, 'data-testid': 'bar' })];
  const { ttftMs, decodeMs } = span.attributes;
  if (roleOf(span) !== 'provider.request' || !Number.isFinite(ttftMs)) {
    return parts;
  }
  const inside = (ms) => Math.max(0, Math.min(scale.w(ms * 1e6), width));
  parts.push(svg('rect', { class: 'ttft', x, y, width: inside(ttftMs), height, rx: 2,
    'data-testid': 'bar-ttft', 'data-ms': ttftMs }));
  if (Number.isFinite(decodeMs)) {
    const from = inside(ttftMs);
    parts.push(svg('rect', { class: 'decode', x: x + from, y,
      width: Math.min(inside(decodeMs), width - from), height, rx: 2,
      'data-testid': 'bar-decode', 'data-ms': decodeMs }));
  }
  return parts;
}

function duration(span, y, scale) {
  const x = scale.x(span.offsetNs) + Math.max(scale.w(span.durationNs), 2) + 6;
  const text = span.durationMs === 0 && span.durationNs > 0 ? '<1 ms' : `${span.durationMs} ms`;
  return svg('text', { class: 'duration', x, y: y + 11, 'data-testid': 'duration' }, text);
}

function tooltip(span) {
  const { ttftMs, decodeMs, model, finishReason } = span.attributes;
  const lines = [`${labelOf(span)}: ${span.durationMs} ms`];
  const add = (name, value, unit) => value !== undefined && lines.push(`${name} ${value}${unit}`);
  add('model', model, '');
  add('first token after', ttftMs, ' ms');
  add('decoding', decodeMs, ' ms');
  add('in', span.attributes['usage.inputTokens'], ' tokens');
  add('out', span.attributes['usage.outputTokens'], ' tokens');
  add('finish', finishReason, '');
  return lines.join('\n');
}
