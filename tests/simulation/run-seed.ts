import { DAY, HOUR, MINUTE, SECOND } from '../../shared/kernel/time.ts';
import { toCustomerView } from '../../main/core/presenter/customer-view.ts';
import { createCashier } from './actors/cashier.ts';
import { createCustomers } from './actors/customer.ts';
import { createPaperHand } from './actors/paper-hand.ts';
import { createWatcher } from './invariants.ts';
import { CLEAR, type Weather } from './model/faulty-network.ts';
import { createPaperWatcher } from './paper-invariants.ts';
import { CALM } from './model/model-gateway.ts';
import type { SeededRandom } from './seeded-random.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export interface SeedResult {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly trace: readonly string[];
  /** How much happened and was written. */
  readonly counted: World['counted'];
}

/** The longest that a customer thinks, and a payment then flies, ms. */
const LAST_PAYMENT = 11 * MINUTE;
const WHOLE_DAY_EVERY = 25;
/** Seeds in which answers come twice and stale. */
const ECHOING_EVERY = 5;
const ECHOES = { staleAnswer: 0.2, arrivesTwice: 0.2 };

/** One shop's morning from one number: troubles for `steps` glances of the cashier, then calm, then a day of rest. */
export async function runSeed(seed: number, steps: number, options: WorldOptions = {}): Promise<SeedResult> {
  const world = createWorld(seed, options);
  const watcher = createWatcher(world);
  const customers = createCustomers(world);
  const cashier = createCashier(world);
  const { printer } = world;
  const hand = printer === null ? null : createPaperHand(world, printer, world.paper);
  if (printer !== null && hand !== null) {
    const paper = createPaperWatcher(world, printer, hand.words, watcher.claim);
    watcher.paper = paper;
    world.onSheet((till, sheet) => paper.sent(till, sheet));
  }
  world.onChange((till, charge) => {
    const { screen } = toCustomerView(till, null);
    watcher.observe(till, charge, screen);
    customers.look(screen);
  });
  world.start();
  await world.time.run(2 * SECOND);

  const { random } = world;
  const echoing = seed % ECHOING_EVERY === 2;
  for (let step = 0; step < steps; step++) {
    trouble(world, random);
    if (echoing) world.weather = { ...world.weather, ...ECHOES };
    cashier.step();
    hand?.trouble();
    hand?.step();
    await world.time.run(random.chance(0.9) ? random.between(500, 15_000) : random.between(15_000, 400_000));
    if (world.till() === null && random.chance(0.5)) world.start();
  }

  const wrapUp = (): boolean => {
    const isPaperDone = hand?.wrapUp() ?? true;
    return cashier.wrapUp() && isPaperDone;
  };
  calm(world);
  await world.time.run(MINUTE);
  for (let round = 0; round < 400; round++) {
    world.start();
    const idle = wrapUp();
    await world.time.run(idle ? LAST_PAYMENT : 30 * SECOND);
    if (idle && wrapUp()) break;
  }
  // Watches go on for a day. Most seeds take them as given; some sleep through the day, half an hour at a time.
  const wholeDay = seed % WHOLE_DAY_EVERY === 0;
  for (let nap = 0; wholeDay && nap < 400 && owes(world); nap++) {
    world.wall.offset += 30 * MINUTE;
    await world.time.run(20 * SECOND);
  }
  const till = world.till();
  if (till === null) watcher.broken.push('the till is dead at rest');
  else watcher.atRest(till, wholeDay);
  world.end();
  return { seed, broken: [...watcher.broken, ...world.bugs], trace: world.trace, counted: world.counted };
}

function trouble(world: World, random: SeededRandom): void {
  if (random.chance(0.3)) world.weather = randomWeather(random);
  if (random.chance(0.2)) {
    world.gateway.temper = {
      cancelIgnored: random.chance(0.3) ? 0.5 : 0,
      refundRefused: random.chance(0.3) ? 0.3 : 0,
      refundPending: random.chance(0.5) ? 0.5 : 0,
      cancelOfPaidKept: random.chance(0.3) ? 0.5 : 0,
      unknownWord: random.chance(0.2) ? 0.3 : 0,
    };
  }
  if (random.chance(0.03)) world.gateway.expireTokens();
  if (random.chance(0.06)) world.writesToCrash = random.between(1, 12);
  if (random.chance(0.04)) world.crash();
  if (random.chance(0.02)) world.wall.offset += random.pick([-DAY, -HOUR, -MINUTE, MINUTE, HOUR, DAY]);
  world.diskFull = random.chance(0.02);
}

function randomWeather(random: SeededRandom): Weather {
  if (random.chance(0.5)) return CLEAR;
  if (random.chance(0.3)) return { ...CLEAR, unreachable: 1 };
  return {
    unreachable: random.pick([0, 0.1, 0.5]),
    lostRequest: random.pick([0, 0.1, 0.3]),
    lostAnswer: random.pick([0, 0.1, 0.4]),
    errorBefore: random.pick([0, 0.1]),
    garbledAfter: random.pick([0, 0.1, 0.3]),
    slowest: random.pick([50, 2_000, 20_000]),
    staleAnswer: 0,
    arrivesTwice: 0,
  };
}

function owes(world: World): boolean {
  return (world.till()?.ledger.jobs.living().length ?? 1) > 0;
}

function calm(world: World): void {
  world.weather = CLEAR;
  world.gateway.temper = CALM;
  world.writesToCrash = Infinity;
  world.diskFull = false;
  world.printer?.heal();
  world.start();
}
