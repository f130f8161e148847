// The GROUP BY table.

import { byId, fetchJson, html, shown } from './dom.js';

const DIMENSIONS = ['model', 'provider', 'conversationId', 'finishReason', 'toolName', 'day'];

const COLUMNS = [
  ['count', 'Calls'],
  ['errors', 'Errors'],
  ['inputTokens', 'Input'],
  ['outputTokens', 'Output'],
  ['cacheReadTokens', 'Cache read'],
  ['cacheWriteTokens', 'Cache written'],
  ['reasoningTokens', 'Reasoning'],
  ['ttftMsP50', 'First token p50, ms'],
  ['ttftMsP95', 'p95, ms'],
  ['durationMsP50', 'Duration p50, ms'],
  ['durationMsP95', 'p95, ms'],
  ['outputTokensPerSecond', 'Tokens/s'],
];

export function setUpAggregate(onChange) {
  byId('by-first').append(...DIMENSIONS.map((name) => html('option', { value: name }, name)));
  byId('by-second').append(html('option', { value: '' }, '—'),
    ...DIMENSIONS.map((name) => html('option', { value: name }, name)));
  byId('by').addEventListener('change', onChange);
}

export async function loadAggregate() {
  const chosen = [byId('by-first').value, byId('by-second').value];
  const by = [...new Set(chosen.filter(Boolean))];
  const query = new URLSearchParams({ by: by.join(',') });
  const answer = await fetchJson(`/aggregate?${query}`);
  const ofTools = by.includes('toolName');
  byId('aggregate-notes').textContent = (ofTools
    ? 'Rows count tool calls; model, provider and finish reason are those of the asking step.'
    : 'Rows count provider requests, each attempt once.')
    + (answer.truncated ? ' More groups exist than are shown.' : '');
  byId('aggregate').replaceChildren(head(by), html('tbody', {},
    ...answer.rows.map((row) => line(by, row))));
  byId('aggregate').dataset.by = by.join(',');
}

function head(by) {
  return html('thead', {}, html('tr', {},
    ...by.map((key) => html('th', { scope: 'col', class: 'key' }, key)),
    ...COLUMNS.map(([, title]) => html('th', { scope: 'col' }, title))));
}

function line(by, row) {
  return html('tr', { 'data-testid': 'aggregate-row' },
    ...by.map((key) => html('th', { scope: 'row', class: 'key', 'data-field': key },
      shown(row[key]))),
    ...COLUMNS.map(([key]) => html('td', { 'data-field': key }, shown(rounded(row[key])))));
}

// Interpolated percentiles have fractions; one decimal is as exact as a millisecond clock.
function rounded(value) {
  return Number.isInteger(value) || value === undefined ? value : Math.round(value * 10) / 10;
}
