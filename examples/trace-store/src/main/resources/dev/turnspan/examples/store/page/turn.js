// The selected turn: its figures, the waterfall, and the details of one span.

import { byId, html, shown } from './dom.js';
import { draw, flatten, labelOf, roleOf } from './waterfall.js';

const FIGURES = [
  ['Duration', 'durationMs', ' ms', (turn) => turn.durationMs],
  ['First token', 'ttftMs', ' ms'],
  ['Input', 'usage.inputTokens', ''],
  ['Cache read', 'usage.cacheReadTokens', ''],
  ['Cache written', 'usage.cacheWriteTokens', ''],
  ['Output', 'usage.outputTokens', ''],
  ['Reasoning', 'usage.reasoningTokens', ''],
  ['Tools', 'toolMs', ' ms'],
  ['Steps', 'stepCount', ''],
  ['Requests', 'requestCount', ''],
  ['Tool calls', 'toolCallCount', ''],
  ['Finish', 'finishReason', ''],
];

let current = { rows: [], selected: undefined };
let drawnWidth = 0;

new ResizeObserver(() => {
  if (Math.round(byId('waterfall').clientWidth) !== drawnWidth) {
    redraw();
  }
}).observe(byId('waterfall'));

export function showTurn(turn) {
  const rows = flatten(turn.spans);
  const own = rows.find(({ span }) => roleOf(span) === 'turn'
    && span.attributes.turnId === turn.turnId);
  current = { rows, selected: own?.span ?? rows[0]?.span };
  byId('turn-id').textContent = turn.turnId;
  byId('turn-notes').textContent = notes(turn);
  byId('figures').replaceChildren(...figures(own?.span));
  redraw();
  showDetails(current.selected);
}

export function showNoTurn(message) {
  current = { rows: [], selected: undefined };
  byId('turn-id').textContent = '';
  byId('turn-notes').textContent = message;
  for (const id of ['figures', 'waterfall', 'details']) {
    byId(id).replaceChildren();
  }
}

function notes(turn) {
  const parts = [turn.startedAt];
  if (turn.conversationId) {
    parts.unshift(`conversation ${turn.conversationId}`);
  }
  if (!turn.sealed) {
    parts.push('not sealed: the turn’s own span has not arrived');
  }
  if (turn.truncated) {
    parts.push('truncated: the trace holds more spans');
  }
  return parts.join(' · ');
}

function figures(span) {
  return FIGURES.map(([title, key, unit, read]) => {
    const value = span && (read ? read(span) : span.attributes[key]);
    return html('div', {}, html('dt', {}, title),
      html('dd', { 'data-testid': `turn-${key}` }, shown(value, unit)));
  });
}

function redraw() {
  const target = byId('waterfall');
  drawnWidth = Math.round(target.clientWidth);
  if (drawnWidth === 0 || current.rows.length === 0) {
    return;
  }
  target.replaceChildren(draw(drawnWidth, current.rows, (span) => {
    current.selected = span;
    markSelected();
    showDetails(span);
  }));
  markSelected();
}

function markSelected() {
  for (const row of byId('waterfall').querySelectorAll('.row')) {
    row.classList.toggle('selected', row.dataset.spanId === current.selected?.spanId);
  }
}

function showDetails(span) {
  if (!span) {
    byId('details').replaceChildren();
    return;
  }
  const status = [span.status.code, span.status.message].filter(Boolean).join(': ');
  byId('details').replaceChildren(
    html('h3', { 'data-testid': 'detail-name' }, labelOf(span)),
    html('div', {},
      table('Attributes', Object.entries(span.attributes).sort(byName))),
    html('div', {},
      table('Span', [
        ['kind', span.kind],
        ['status', status],
        ['start', `${span.offsetMs} ms`],
        ['duration', `${span.durationMs} ms`],
        ['span id', span.spanId],
        ['scope', span.scope],
      ]),
      ...span.events.map((event) =>
        table(`Event ${event.name} at ${event.offsetMs} ms`, Object.entries(event.attributes))),
      table('Resource', Object.entries(span.resource).sort(byName))));
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}

function table(caption, entries) {
  const rows = entries.map(([key, value]) => html('tr', {},
    html('th', { scope: 'row' }, key),
    html('td', { 'data-testid': 'detail', 'data-key': key },
      html('div', {}, typeof value === 'object' ? JSON.stringify(value) : String(value)))));
  return html('table', {}, html('caption', {}, caption), html('tbody', {}, ...rows));
}
