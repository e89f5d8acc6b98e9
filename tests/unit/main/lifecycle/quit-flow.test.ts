import { expect, test } from 'vitest';
import { createQuitFlow, type QuitCheck } from '../../../../main/lifecycle/quit-flow.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

/** A flow whose core answers with the given checks, the last one for ever. */
function setUp(...checks: (QuitCheck | null)[]) {
  const clock = createVirtualClock();
  const log = keptLogger();
  const refused: QuitCheck[] = [];
  const waiting: { cancelling: number; leftMs: number }[] = [];
  const questions: (string | null)[] = [];
  let leaves = 0;
  let asked = 0;
  let canAsk = true;
  const flow = createQuitFlow({
    check: () => Promise.resolve(checks[Math.min(asked++, checks.length - 1)] ?? null),
    refuse: (check) => refused.push(check),
    ask({ operator }) {
      if (canAsk) questions.push(operator);
      return canAsk;
    },
    waiting: (state) => waiting.push(state),
    leave: () => Promise.resolve(void leaves++),
    clock,
    logger: log.logger,
  });
  const breakPage = (): void => void (canAsk = false);
  return { flow, wait: clock.advance, log, refused, waiting, questions, breakPage, leaves: () => leaves };
}

const check = (
  waitsForOperator: boolean,
  cancelling: number,
  openShift: QuitCheck['openShift'] = null,
): QuitCheck => ({ waitsForOperator, cancelling, openShift });

const ANA = { operator: 'Ana' };

test('with nothing open it leaves at once', async () => {
  const { flow, leaves } = setUp(check(false, 0));
  expect(await flow.request()).toBe('quitting');
  expect(leaves()).toBe(1);
});

test('a charge that waits for its operator refuses, every time it is asked', async () => {
  const { flow, refused, leaves } = setUp(check(true, 1));
  expect(await flow.request()).toBe('refused');
  expect(await flow.request()).toBe('refused');
  expect(refused).toEqual([check(true, 1), check(true, 1)]);
  expect(leaves()).toBe(0);
});

test('after the charge is settled the next request goes through', async () => {
  const { flow, leaves } = setUp(check(true, 0), check(false, 0));
  await flow.request();
  expect(await flow.request()).toBe('quitting');
  expect(leaves()).toBe(1);
});

test('cancels are waited for, with the time that is left, and then it leaves', async () => {
  const { flow, waiting, wait, leaves } = setUp(check(false, 2), check(false, 1), check(false, 0));
  expect(await flow.request()).toBe('quitting');
  expect(leaves()).toBe(0);
  await wait(1_000);
  expect(waiting).toEqual([
    { cancelling: 2, leftMs: 10_000 },
    { cancelling: 1, leftMs: 9_500 },
  ]);
  expect(leaves()).toBe(1);
});

test('after ten seconds it says what remains and leaves all the same', async () => {
  const { flow, waiting, wait, leaves, log } = setUp(check(false, 1));
  await flow.request();
  await wait(10_000);
  expect(leaves()).toBe(0);
  expect(waiting.at(-1)).toEqual({ cancelling: 1, leftMs: 0 });
  await wait(1_500);
  expect(leaves()).toBe(1);
  expect(log.events()).toContain('quit-with-cancels-open');
});

test('a charge that comes to wait for its operator meanwhile stops the quitting', async () => {
  const { flow, refused, wait, leaves } = setUp(check(false, 1), check(true, 0));
  await flow.request();
  await wait(12_000);
  expect(refused).toEqual([check(true, 0)]);
  expect(leaves()).toBe(0);
  expect(await flow.request()).toBe('refused');
});

test('without a core there is nobody to ask: it leaves, and the log says so', async () => {
  const { flow, log, leaves } = setUp(null);
  expect(await flow.request()).toBe('quitting');
  expect(leaves()).toBe(1);
  expect(log.events()).toEqual(['quit-without-core']);
});

test('a core that dies while its cancels are waited for is not waited for', async () => {
  const { flow, wait, leaves } = setUp(check(false, 1), null);
  await flow.request();
  await wait(600);
  expect(leaves()).toBe(1);
});

test('pressing twice leaves once', async () => {
  const { flow, leaves } = setUp(check(false, 0));
  await Promise.all([flow.request(), flow.request()]);
  await flow.request();
  expect(leaves()).toBe(1);
});

test('over an open shift the person is asked, every time, and leaves with the answer', async () => {
  const { flow, questions, leaves } = setUp(check(false, 0, ANA));
  expect(await flow.request()).toBe('asked');
  expect(await flow.request()).toBe('asked');
  expect(questions).toEqual(['Ana', 'Ana']);
  expect(leaves()).toBe(0);
  expect(await flow.request(true)).toBe('quitting');
  expect(leaves()).toBe(1);
});

test('an open charge goes before the question, also for a person who has answered it', async () => {
  const { flow, questions, refused, leaves } = setUp(check(true, 0, ANA));
  await flow.request();
  expect(await flow.request(true)).toBe('refused');
  expect(questions).toEqual([]);
  expect(refused).toHaveLength(2);
  expect(leaves()).toBe(0);
});

test('without a page that can ask, the person is not held', async () => {
  const { flow, breakPage, leaves } = setUp(check(false, 0, ANA));
  breakPage();
  expect(await flow.request()).toBe('quitting');
  expect(leaves()).toBe(1);
});

test('a system that ends the app is neither refused nor asked, and leaves once', async () => {
  const { flow, questions, refused, leaves } = setUp(check(true, 2, ANA));
  flow.end();
  flow.end();
  expect(leaves()).toBe(1);
  expect(questions).toEqual([]);
  expect(refused).toEqual([]);
});

test('a system that ends the app does not wait for cancels', async () => {
  const { flow, wait, leaves } = setUp(check(false, 1));
  await flow.request();
  flow.end();
  expect(leaves()).toBe(1);
  await wait(20_000);
  expect(leaves()).toBe(1);
});
