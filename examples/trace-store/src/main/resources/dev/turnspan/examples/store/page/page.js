// Puts the page together: the list of turns, the selected one, the table.

import { byId, fetchJson, html, shown } from './dom.js';
import { showNoTurn, showTurn } from './turn.js';
import { loadAggregate, setUpAggregate } from './aggregate.js';

const POLL_MS = 5000;

let listed = '';
let selectedId;

async function refresh() {
  try {
    await Promise.all([loadTurns(), loadAggregate()]);
    byId('status').textContent = '';
  } catch (failure) {
    byId('status').textContent = `Cannot read from the store: ${failure.message}`;
  }
}

async function loadTurns() {
  const { turns } = await fetchJson('/turns');
  const content = JSON.stringify(turns);
  // Untouched while nothing is new, so that focus and scroll position stay.
  if (content !== listed) {
    listed = content;
    byId('turns').replaceChildren(...turns.map(turnEntry));
  }
  if (selectedId === undefined) {
    await select(wantedId() ?? turns[0]?.turnId);
  }
  markSelected();
}

function turnEntry(turn) {
  const failed = turn.status === 'ERROR';
  const time = new Date(turn.startedAt);
  const button = html('button', { type: 'button', 'data-testid': 'turn',
    'data-turn-id': turn.turnId, class: failed ? 'failed' : '' },
  html('span', { class: 'first' },
    html('strong', {}, shown(turn.model)), html('span', {}, `${turn.durationMs} ms`)),
  html('span', { class: 'second' },
    html('time', { datetime: turn.startedAt }, time.toLocaleString()),
    html('span', { class: 'badge' }, (failed ? '✕ ' : '') + shown(turn.finishReason))),
  html('span', { class: 'second' },
    html('span', {}, `${shown(turn.usage?.inputTokens)} in · ${
      shown(turn.usage?.outputTokens)} out`),
    html('span', {}, `${counted(turn.stepCount, 'step')} · ${
      counted(turn.toolCallCount, 'tool call')}`)));
  button.addEventListener('click', () => select(turn.turnId));
  return html('li', {}, button);
}

function counted(value, noun) {
  return `${shown(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function wantedId() {
  return new URLSearchParams(location.hash.slice(1)).get('turn') ?? undefined;
}

async function select(turnId) {
  if (turnId === undefined) {
    showNoTurn('No turn has arrived yet. Attach the agent to a service and send it a message.');
    return;
  }
  selectedId = turnId;
  markSelected();
  history.replaceState(null, '', `#${new URLSearchParams({ turn: turnId })}`);
  try {
    const turn = await fetchJson(`/turns/${encodeURIComponent(turnId)}`);
    // Another turn may have been chosen while this one was on its way.
    if (selectedId === turnId) {
      showTurn(turn);
    }
  } catch (failure) {
    showNoTurn(`Turn ${turnId}: ${failure.message}`);
  }
}

function markSelected() {
  for (const button of byId('turns').querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.turnId === selectedId));
  }
}

setUpAggregate(refresh);
byId('refresh').addEventListener('click', refresh);
addEventListener('hashchange', () => select(wantedId()));
setInterval(() => {
  if (!document.hidden) {
    refresh();
  }
}, POLL_MS);
refresh();
