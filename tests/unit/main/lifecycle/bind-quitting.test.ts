import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { bindQuitting, type EndSources } from '../../../../main/lifecycle/bind-quitting.ts';

function setUp() {
  const done: string[] = [];
  const sources = {
    app: new EventEmitter(),
    cashier: new EventEmitter(),
    powerMonitor: new EventEmitter(),
    process: new EventEmitter(),
    software: new EventEmitter(),
  };
  const supervisor = { onStopAsked: (listener: () => void) => sources.software.on('stop', listener) };
  bindQuitting({ ...sources, supervisor } as unknown as EndSources, {
    request: () => Promise.resolve(void done.push('request')).then(() => 'refused' as const),
    end: () => void done.push('end'),
  });
  return { ...sources, done };
}

test.each([
  ['app', 'before-quit'],
  ['cashier', 'close'],
] as const)('%s %s is a request of a person, and goes on only through the flow', (source, event) => {
  const all = setUp();
  let isPrevented = false;
  all[source].emit(event, { preventDefault: () => (isPrevented = true) });
  expect(isPrevented).toBe(true);
  expect(all.done).toEqual(['request']);
});

test.each([
  ['process', 'SIGTERM'],
  ['process', 'SIGHUP'],
  ['cashier', 'session-end'],
  ['software', 'stop'],
] as const)('%s %s ends the app without a question and holds nothing up', (source, event) => {
  const all = setUp();
  let isPrevented = false;
  all[source].emit(event, { preventDefault: () => (isPrevented = true) });
  expect(isPrevented).toBe(false);
  expect(all.done).toEqual(['end']);
});

test('a system that shuts down waits for the end', () => {
  const all = setUp();
  let isPrevented = false;
  all.powerMonitor.emit('shutdown', { preventDefault: () => (isPrevented = true) });
  expect(isPrevented).toBe(true);
  expect(all.done).toEqual(['end']);
});
