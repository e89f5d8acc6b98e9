import { expect, test } from 'vitest';
import { createSupervisor } from '../../../../main/supervisor/supervisor.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';
import { fakeCores } from '../fakes/fake-core-process.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { fakeChannel } from '../fakes/fake-port.ts';

const ORDER = {
  dataDir: '/data',
  credentials: null,
  ledger: null,
  headFile: '/state/head.json',
  apiPort: null,
  version: '0',
  language: 'pt-BR',
  modeChosen: true,
} as const;
const CRASH = { code: null, reason: 'SIGSEGV' };

function setUp() {
  const cores = fakeCores();
  const clock = createVirtualClock();
  const log = keptLogger();
  let orders = 0;
  const known: string[] = [];
  const supervisor = createSupervisor({
    startProcess: cores.startProcess,
    startOrder: () => ({ ...ORDER, version: String(++orders) }),
    knowLedger: (id) => known.push(id),
    createChannel: fakeChannel,
    writeLog: (record) => void log.records.push(record),
    logger: log.logger,
    clock,
  });
  const states: string[] = [];
  supervisor.onState(({ state, trouble }) => states.push(trouble === null ? state : `${state}: ${trouble}`));
  supervisor.start();
  return { supervisor, clock, log, states, known, ...cores };
}

test('the start order is the first message; `ready` makes it up', () => {
  const { supervisor, last, states } = setUp();
  expect(last().sent).toEqual([{ t: 'start', ...ORDER, version: '1' }]);
  expect(supervisor.state().state).toBe('down');
  last().events.message({ t: 'ready' });
  expect(states).toEqual(['up']);
});

test('the id of the ledger is taken, and nothing else in its place', () => {
  const { known, last, log } = setUp();
  last().events.message({ t: 'ledger', id: 'ab'.repeat(32) });
  last().events.message({ t: 'ledger', id: '../ledger' });
  expect(known).toEqual(['ab'.repeat(32)]);
  expect(log.events()).toContain('core-message-refused');
});

test('a crash is followed by a start with a fresh order, after the delay', async () => {
  const { clock, last, started, states } = setUp();
  last().events.message({ t: 'ready' });
  last().events.ended(CRASH);
  expect(states).toEqual(['up', 'down']);
  await clock.advance(249);
  expect(started).toHaveLength(1);
  await clock.advance(1);
  expect(started).toHaveLength(2);
  expect(last().sent[0]).toMatchObject({ t: 'start', version: '2' });
});

test('the third crash within a minute gives up, and nothing starts any more', async () => {
  const { clock, last, started, states, supervisor } = setUp();
  for (const _ of [1, 2, 3]) {
    last().events.message({ t: 'ready' });
    last().events.ended(CRASH);
    await clock.advance(5_000);
  }
  expect(started).toHaveLength(3);
  expect(states.at(-1)).toBe('gave-up: keeps-crashing');
  expect(supervisor.openPort('cashier')).toBeNull();
  expect(clock.timers).toBe(0);
});

test('a fatal word is not answered by starting again', async () => {
  const { clock, last, started, states } = setUp();
  last().events.message({ t: 'fatal', code: 'database-from-future', detail: 'version 99' });
  last().events.ended({ code: 1, reason: null });
  await clock.advance(60_000);
  expect(started).toHaveLength(1);
  expect(states).toEqual(['gave-up: database-from-future']);
});

test('a core that says it cannot work and stays is killed', async () => {
  const { clock, last, states } = setUp();
  last().events.message({ t: 'fatal', code: 'data-folder-read-only', detail: '' });
  await clock.advance(2_000);
  expect(last().wasKilled).toBe(true);
  expect(states).toEqual(['gave-up: data-folder-read-only']);
});

test('a locked folder is waited for and then named', async () => {
  const { clock, last, started, states } = setUp();
  for (let turn = 0; turn < 17; turn++) {
    last().events.message({ t: 'fatal', code: 'data-folder-locked', detail: '' });
    last().events.ended({ code: 1, reason: null });
    await clock.advance(500);
  }
  expect(started).toHaveLength(17);
  expect(states).toEqual(['gave-up: data-folder-locked']);
});

test('ports have their own numbers, belong to their process, and end with it', async () => {
  const { supervisor, last, clock } = setUp();
  const first = supervisor.openPort('cashier');
  const second = supervisor.openPort('customer');
  expect(last().ports).toEqual([
    { portId: 1, role: 'cashier' },
    { portId: 2, role: 'customer' },
  ]);
  second?.close();
  expect(last().closed).toEqual([2]);
  let ended = 0;
  supervisor.onEnded(() => ended++);
  last().events.ended(CRASH);
  expect(ended).toBe(1);
  expect(supervisor.openPort('cashier')).toBeNull();
  await clock.advance(250);
  // A port of the core that died means nothing to its successor.
  first?.close();
  expect(last().closed).toEqual([]);
});

test('stopping asks first, and is no crash', async () => {
  const { supervisor, last, clock, log, started } = setUp();
  const stopped = supervisor.stop(5_000);
  expect(last().sent.at(-1)).toEqual({ t: 'shutdown' });
  last().events.ended({ code: 0, reason: null });
  expect(await stopped).toBe('stopped');
  await clock.advance(60_000);
  expect(started).toHaveLength(1);
  expect(log.events()).toContain('core-stopped');
});

test('a core that does not stop is killed', async () => {
  const { supervisor, last, clock } = setUp();
  const stopped = supervisor.stop(5_000);
  await clock.advance(5_000);
  expect(await stopped).toBe('killed');
  expect(last().wasKilled).toBe(true);
});

test('stopping between two starts cancels the next', async () => {
  const { supervisor, last, clock, started } = setUp();
  last().events.ended(CRASH);
  expect(await supervisor.stop(5_000)).toBe('stopped');
  await clock.advance(60_000);
  expect(started).toHaveLength(1);
});

test('leaving unasked is told apart from crashing, and answered alike', async () => {
  const { last, clock, log, started } = setUp();
  last().events.ended({ code: 0, reason: null });
  await clock.advance(250);
  last().events.ended(CRASH);
  expect(log.events().filter((event) => event.startsWith('core-'))).toEqual(['core-left', 'core-crashed']);
  expect(started).toHaveLength(2);
});

test('log records go through, the phone is known while the core lives, and nonsense is refused', () => {
  const { supervisor, last, log } = setUp();
  const record = { level: 'info', scope: 'core', event: 'opened', fields: { ms: 3 }, atMs: 1 };
  last().events.message({ t: 'log', record });
  expect(log.records).toContainEqual(record);
  last().events.message({ t: 'training-phone', url: 'http://127.0.0.1:1/' });
  expect(supervisor.trainingPhone()).toBe('http://127.0.0.1:1/');
  for (const nonsense of [null, 'ready', { t: 'open' }, { t: 'relay', portId: 1, frame: 1 }]) {
    last().events.message(nonsense);
  }
  expect(log.events().filter((event) => event.includes('refused') || event.includes('relay'))).toHaveLength(
    4,
  );
  last().events.ended(CRASH);
  expect(supervisor.trainingPhone()).toBeNull();
});

test('tells who listens that a program asks for the end, and the core that the machine has slept', () => {
  const { supervisor, last } = setUp();
  let asked = 0;
  supervisor.onStopAsked(() => (asked += 1));
  last().events.message({ t: 'stop-asked' });
  expect(asked).toBe(1);
  supervisor.resumed();
  expect(last().sent.at(-1)).toEqual({ t: 'resumed' });
});
