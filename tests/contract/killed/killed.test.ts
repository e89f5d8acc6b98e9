import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findDamage } from '../../../main/core/ledger/upkeep/integrity.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { startTrainingGateway } from '../../../main/core/gateway/training/start-training-gateway.ts';
import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import type { ApiClient } from '../../support/api/http-call.ts';
import { secretFile, warmUp, type Launched } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { epochMs, MINUTE, type Clock } from '../../../shared/kernel/time.ts';
import { pollUntil } from '../../support/displays/poll-until.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createFaults } from './bad-gateway.ts';
import { bundleProgram } from './bundle-program.ts';
import { createHastyClock } from './hasty-clock.ts';
import { keepWarm } from './keep-warm.ts';
import { formatMoment, NEVER, pickMoment } from './moment.ts';
import { brokenBetween, brokenStory, chargesOf, ordersOf } from './outside.ts';
import { createPeople, PIN, type People } from './people.ts';

/** Where a start takes long, `KILLS` in the environment says how many. */
const KILLS = Number(process.env['KILLS'] ?? 200);
/** How many times as fast as people's the clock of the till and of the gateway runs: a minute is a second. */
const PACE = 60;
/** Whatever was made this long ago can no longer be paid, ms. */
const EXPIRED = 66 * MINUTE;
const PROGRAM = await bundleProgram(fileURLToPath(new URL('./hasty-headless.ts', import.meta.url)), 'hasty');

describe(`a real till, killed ${KILLS} times at its work`, () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('keeps I1 to I10, seen from outside', { timeout: 900_000 }, async () => {
    const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 2 ** 31);
    process.stdout.write(`killed till: KILL_SEED=${seed}\n`);
    const random = createSeededRandom(seed);
    const origin = Date.now();
    const clock = createHastyClock(origin, PACE);
    let isBad = true;
    let aheadMs = 0;
    const theirs: Clock = { ...clock, now: () => epochMs(clock.now() + aheadMs) };
    const gateway = await startTrainingGateway({
      clock: theirs,
      random: systemRandom,
      logger: keptLogger().logger,
      faults: createFaults(random.fork(), () => isBad),
    });
    const keys = secretFile(join(folder.path, 'keys'), { baseUrl: gateway.baseUrl, ...gateway.credentials });
    const pin = secretFile(join(folder.path, 'pin'), PIN);
    const dataDir = join(folder.path, 'shop');
    const begin = (...more: readonly string[]) =>
      warmUp(
        PROGRAM,
        String(origin),
        String(PACE),
        '--data-dir',
        dataDir,
        '--api-port',
        '0',
        '--credentials',
        keys,
        ...more,
      );
    // The manager is added once: a start checks the PIN of its file, which takes a third of a second.
    const first = await begin('--manager-pin-file', pin)(NEVER).ready;
    await first.kill('SIGTERM');
    const launch = keepWarm(() => begin());
    const people = createPeople(gateway, random.fork());

    for (let kill = 0; kill < KILLS; kill++) {
      const since = random.chance(0.1) ? 'start' : 'ready';
      await workUntilKilled(launch(formatMoment(pickMoment(random, since))), people);
    }

    isBad = false;
    const till = await launch(NEVER).ready;
    const events = await till.events('0');
    // A lost order counts as absent when it has expired by the gateway's clock, which therefore does not go at our pace.
    const expiring = setInterval(() => (aheadMs += EXPIRED), 20_000);
    await pollUntil('rest', () => settleAll(till, people), { timeoutMs: 300_000, everyMs: 200 });
    clearInterval(expiring);
    const { json: status } = await till.get('/v1/status');
    expect(status).toMatchObject({ unsettled: [], queue: { depth: 0 } });
    const charges = await chargesOf(till);
    await events.find(({ id }) => Number(id) >= lastEvent(dataDir));
    events.close();
    expect(brokenBetween(charges, await ordersOf(gateway, theirs), people.promised)).toEqual([]);
    expect(brokenStory(events, charges)).toEqual([]);
    // That there was load at all: most lives make a charge, and many are paid.
    expect(charges.length).toBeGreaterThan(KILLS / 2);
    expect(charges.filter(({ paidAmount }) => paidAmount !== null).length).toBeGreaterThan(KILLS / 10);
    await till.kill('SIGTERM');
    const db = openReadOnly(join(dataDir, 'production', 'ledger.db'));
    expect(findDamage(db)).toBeNull();
    db.close();
    await gateway.close();
  });
});

/** Acts for the shop and its customers as fast as the till answers, until it is killed. */
async function workUntilKilled(launched: Launched, people: People): Promise<void> {
  // A life that ends in its start is never ready.
  const till = await launched.ready.catch(() => null);
  if (till === null) return;
  let alive = true;
  void till.exit.then(() => (alive = false));
  // A call to a till that has just died fails: the kill is what this test is about.
  while (alive) await people.act(till).catch(() => undefined);
}

/** The end of the day: what a person can settle is settled. True when nothing is owed any more, watches apart. */
async function settleAll(till: ApiClient, people: People): Promise<true | undefined> {
  const { json } = await till.get('/v1/status');
  const unsettled = json['unsettled'] as string[];
  for (const id of unsettled) await people.settle(till, id);
  return unsettled.length === 0 && (json['queue'] as { depth: number }).depth === 0 ? true : undefined;
}

function lastEvent(dataDir: string): number {
  const db = openReadOnly(join(dataDir, 'production', 'ledger.db'));
  const row = db.prepare<[], { seq: number }>('SELECT max(seq) AS seq FROM ledger_event').get();
  db.close();
  return row?.seq ?? 0;
}
