import { expect, it } from 'vitest';
import type { SendOptions, SendOutcome } from '../../../main/core/printing/transport-port.ts';
import type { Fault } from '../../../main/core/printing/transports/byte-link.ts';
import { runJob } from '../../../main/core/printing/transports/run-job.ts';
import { createScriptedLink, type ScriptedLink } from '../../support/printers/scripted-link.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

const SLIP = Uint8Array.from([...'SLIP SLIP!'].map((letter) => letter.charCodeAt(0)));
const WELL = [0x12];
const STUCK: Fault = { reason: 'NO_PROGRESS', detail: 'no byte was taken' };

type Hear = (bytes: Uint8Array, link: ScriptedLink) => readonly number[] | Fault;

interface Run {
  readonly outcome: SendOutcome;
  readonly link: ScriptedLink;
  /** How long it took, ms. */
  readonly took: number;
}

async function run(hear: Hear, options: SendOptions = { dialect: 'dle' }): Promise<Run> {
  const clock = createVirtualClock();
  const start = clock.monotonic();
  const link = createScriptedLink(clock, hear);
  const result: { outcome?: SendOutcome; took?: number } = {};
  const job = runJob(clock, link, SLIP, options).then((outcome) => {
    result.outcome = outcome;
    result.took = clock.monotonic() - start;
  });
  await clock.advanceUntil(() => result.outcome !== undefined, 120_000);
  await job;
  const { outcome, took } = result;
  if (outcome === undefined || took === undefined) throw new Error('the job never ended');
  return { outcome, link, took };
}

/** An Epson: one byte for each question, and GS r in its turn. */
const epson: Hear = ([first, second]) => {
  if (first === 0x10 && second === 0x04) return WELL;
  return first === 0x1d && second === 0x72 ? [0x00] : [];
};

it('reads an answer among messages that nobody asked for', async () => {
  const { outcome, link } = await run((bytes, way) => {
    const answer = epson(bytes, way);
    // XON, a status of four bytes, and the end of an old one.
    return 'reason' in answer || answer.length === 0 ? answer : [0x11, 0x10, 0, 0, 0x0f, 0x81, ...answer];
  });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true });
  expect(link.end()).toBe('closed');
});

it('reads an answer that comes in pieces', async () => {
  const pieces = [0x00, 0x80, 0x00, 0x00];
  const { outcome } = await run(
    ([first], link) => {
      if (first !== 0x1d) return [];
      for (const piece of pieces) link.say(piece);
      return [0x00];
    },
    { dialect: 'bema' },
  );
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true, status: { cover: 'closed' } });
});

it('asks with ENQ where the printer knows no other', async () => {
  const { outcome, link } = await run(([first]) => (first === 0x05 ? [0x09] : []), { dialect: 'enq' });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true });
  expect(link.written).toEqual([0x05, ...SLIP, 0x05]);
});

it('takes what a copy answers for silence, and loses little time by it', async () => {
  for (const nonsense of [0x00, 0xff]) {
    const { outcome, took } = await run(([first]) => (first === 0x10 ? [nonsense] : []));
    expect(outcome).toMatchObject({ kind: 'delivered', confirmed: false });
    expect(took).toBeLessThanOrEqual(2 * 600);
  }
});

it('believes what a stopped printer said unasked', async () => {
  const { outcome, link } = await run((bytes, way) => {
    if (bytes[0] !== SLIP[4]) return epson(bytes, way);
    way.say(0x18, 0x00, 0x0c, 0x0f);
    return STUCK;
  });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'PAPER_OUT', accepted: 4, maybe: 4 });
  expect(link.end()).not.toBe('open');
});

it('does not take an answer from before the job for one after it', async () => {
  const { outcome } = await run((bytes, link) => {
    // The answer to the first question comes when nobody waits for it any more.
    if (bytes[0] === SLIP[0]) link.say(0x12);
    return [];
  });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: false });
});

it('counts what has arrived, and the piece of which nobody knows', async () => {
  const { outcome, link } = await run((bytes, way) => (bytes[0] === SLIP[8] ? STUCK : epson(bytes, way)));
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS', accepted: 8, maybe: 2 });
  expect(link.end()).toBe('aborted');
});

it('has not started where the first piece cannot even be asked for', async () => {
  const { outcome } = await run(() => STUCK);
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'NO_PROGRESS' });
});

it('waits while a printer still prints', async () => {
  let marks = 0;
  let asked = 0;
  const { outcome, took } = await run((bytes, link) => {
    if (bytes[0] === 0x1d) {
      marks += 1;
      return marks === 1 ? [0x00] : [];
    }
    if (bytes[0] === 0x10) asked += 1;
    // The mark's answer comes with the fifth round.
    if (asked === 18) link.say(0x00);
    return bytes[0] === 0x10 ? WELL : [];
  });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true });
  expect(took).toBeGreaterThan(4 * 600);
});

it('does not wait beyond the limit for a printer that never comes to an end', async () => {
  let marks = 0;
  const { outcome, took } = await run((bytes, link) => {
    if (bytes[0] === 0x1d) marks += 1;
    return marks > 1 && bytes[0] === 0x1d ? [] : epson(bytes, link);
  });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS', accepted: SLIP.length, maybe: 0 });
  expect(took).toBeLessThanOrEqual(31_000);
});

it('takes a printer that falls silent for a stopped one', async () => {
  let hasBegun = false;
  const { outcome, took } = await run((bytes, link) => {
    hasBegun ||= bytes[0] === SLIP[0];
    return hasBegun ? [] : epson(bytes, link);
  });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS', accepted: SLIP.length });
  expect(took).toBeLessThanOrEqual(6_000);
});
