import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { toCustomerView } from '../../../main/core/rpc/views/customer-view.ts';
import { createCashier, type Cashier } from '../actors/cashier.ts';
import { createCustomers, type Customers } from '../actors/customer.ts';
import { createPinHand } from '../actors/pin-hand.ts';
import { createPaperHand, type PaperHand } from '../actors/paper-hand.ts';
import { createWatcher, type Watcher } from '../invariants.ts';
import { CLEAR } from '../model/faulty-network.ts';
import { WELL_TEMPERED } from '../model/model-printer.ts';
import { CALM } from '../model/temper.ts';
import { createPaperWatcher } from '../paper-invariants.ts';
import { createWorld, type World, type WorldOptions } from '../world.ts';
import { glanceAt, type Glance } from './glance.ts';
import type { Act, PinAct, Setting, Step, Story, Troubles } from './story.ts';

export interface Outcome {
  /** What happened, as data that can be played again. */
  readonly story: Story;
  readonly broken: readonly string[];
  readonly trace: readonly string[];
  /** How much happened and was written. */
  readonly counted: World['counted'];
}

/** Gives the next step, or null at the end of the story. */
export type NextStep = (glance: () => Glance, world: World) => Step | null;

/** Payments that would come later than this after the shop has closed are never made, ms. */
const LAST_PAYMENT = 11 * MINUTE;
const ROUNDS = 600;
/** More rounds for each order that is searched for: 32 slices twice, a minute each, after a month in which the machine slept. */
const ROUNDS_OF_SEARCH = 150;
/** Rounds after which the cashier tries to close the shift. */
const ASKS_EVERY = 20;
const NAP = 35 * MINUTE;
const AWAKE = 5 * MINUTE;

interface Shop {
  readonly world: World;
  readonly cashier: Cashier;
  readonly customers: Customers;
  readonly hand: PaperHand | null;
  readonly pins: ReturnType<typeof createPinHand>;
  readonly watcher: Watcher;
}

/** Plays a story that is written down. */
export function playStory({ setting, steps }: Story, options: WorldOptions = {}): Promise<Outcome> {
  let next = 0;
  return play(setting, () => steps[next++] ?? null, options);
}

/** Troubles for as long as there are steps, then calm, and then rest. */
export async function play(setting: Setting, next: NextStep, options: WorldOptions = {}): Promise<Outcome> {
  const shop = openShop(setting, options);
  const { world, watcher } = shop;
  const steps: Step[] = [];
  world.start();
  await world.time.run(2 * SECOND);
  for (;;) {
    const step = next(() => glanceAt(world), world);
    if (step === null) break;
    steps.push(step);
    await takeStep(shop, step);
  }
  await rest(shop, setting);
  const till = world.till();
  if (till === null) watcher.broken.push('the till is dead at rest');
  else watcher.atRest(till, setting);
  world.end();
  return {
    story: { setting, steps },
    broken: [...watcher.broken, ...world.bugs],
    trace: world.trace,
    counted: world.counted,
  };
}

function openShop(setting: Setting, options: WorldOptions): Shop {
  const world = createWorld(setting, options);
  const watcher = createWatcher(world);
  const customers = createCustomers(world);
  const cashier = createCashier(world);
  const { printer } = world;
  const hand = printer === null ? null : createPaperHand(world, printer);
  if (printer !== null && hand !== null) {
    const paper = createPaperWatcher(world, hand.words, watcher.claim);
    watcher.paper = paper;
    world.onSheet((till, sheet) => paper.sent(till, sheet));
  }
  cashier.onClosing(watcher.closed);
  cashier.onLock(watcher.locked);
  world.onChange((till, charge) => {
    const { screen } = toCustomerView(till, null, true);
    watcher.observe(till, charge, screen);
    if (charge !== null) options.probe?.changed(till);
    customers.look(screen);
  });
  return { world, watcher, customers, cashier, hand, pins: createPinHand(world, watcher.claim) };
}

async function takeStep({ world, watcher, cashier, hand, pins }: Shop, step: Step): Promise<void> {
  world.chances.begin(step.chance);
  if (step.troubles?.restore === true) watcher.locked(null);
  befall(world, step.troubles ?? {});
  for (const act of step.acts) {
    if (isPaper(act)) hand?.act(act);
    else if (isPinAct(act)) pins.act(act);
    else cashier.act(act);
  }
  await world.time.run(step.wait);
  const till = world.till();
  if (till !== null) watcher.observe(till, null, toCustomerView(till, null, true).screen);
  if (step.starts === true) world.start();
}

function isPaper(act: Act): act is Extract<Act, { do: 'print' | 'answer-slip' }> {
  return act.do === 'print' || act.do === 'answer-slip';
}

function isPinAct(act: Act): act is PinAct {
  return act.do === 'try-pin' || act.do === 'change-pin' || act.do === 'unlock-pin';
}

function befall(world: World, troubles: Troubles): void {
  if (troubles.weather !== undefined) world.weather = { ...CLEAR, ...troubles.weather };
  if (troubles.blip !== undefined) world.blipEnds = world.time.elapsed() + troubles.blip;
  if (troubles.temper !== undefined) world.gateway.temper = { ...CALM, ...troubles.temper };
  if (troubles.printer !== undefined && world.printer !== null) {
    if (troubles.printer.off !== true) world.printer.heal();
    world.printer.temper = { ...WELL_TEMPERED, ...troubles.printer };
  }
  if (troubles.expireTokens === true) world.gateway.expireTokens();
  if (troubles.diesAtWrite !== undefined) world.writesToCrash = troubles.diesAtWrite;
  if (troubles.dies === true) world.crash();
  if (troubles.otherKeys === true) world.changeKeys();
  if (troubles.restore === true) world.restore();
  if (troubles.clock !== undefined) world.wall.offset += troubles.clock;
  if (troubles.sleep !== undefined) world.sleep(troubles.sleep);
  world.diskFull = troubles.diskFull === true;
}

/** Calm, until every person and every job is done; then, in some stories, a day in which nothing happens. */
async function rest(
  { world, cashier, customers, hand }: Shop,
  { chance, wholeDay, closes }: Setting,
): Promise<void> {
  world.chances.begin(~chance);
  befall(world, { weather: {}, temper: {}, printer: {} });
  world.writesToCrash = Infinity;
  world.gateway.liftSpells();
  const wrapUp = (): boolean => {
    const isPaperDone = hand?.wrapUp() ?? true;
    return cashier.wrapUp() && isPaperDone;
  };
  world.start();
  await world.time.run(MINUTE);
  customers.leave(LAST_PAYMENT);
  let lastSleep = -Infinity;
  const rounds = ROUNDS + searches(world) * ROUNDS_OF_SEARCH;
  for (let round = 0; round < rounds; round++) {
    world.start();
    const isIdle = wrapUp();
    // Doubts are read seldom after a while, and at once when somebody wants to close the shift.
    if (!isIdle && round % ASKS_EVERY === ASKS_EVERY - 1) cashier.act({ do: 'close-shift' });
    const isSeen = customers.underWay() === 0 && isEachPaymentKnown(world, customers);
    if (isIdle && isSeen && searches(world) === 0) break;
    // Only a search is left, and the gateway's clock has to prove that an order was never made: the machine sleeps for a
    // while, and is awake for long enough to list every slice.
    if (isIdle && isSeen && world.time.elapsed() - lastSleep > AWAKE) {
      world.sleep(NAP);
      lastSleep = world.time.elapsed();
    }
    await world.time.run(isIdle && !isSeen ? MINUTE : 30 * SECOND);
  }
  // A death in the middle of the closing is one more start, and the closing is asked for again.
  for (let round = 0; closes && round < 3; round++) {
    world.start();
    await world.time.run(10 * SECOND);
    if (round > 0 && world.till()?.shifts.open() === null) break;
    cashier.act({ do: 'unlock', operator: null });
    cashier.act({ do: 'open-shift', operator: 'ana' });
    cashier.act({ do: 'close-shift' });
  }
  for (let round = 0; round < ROUNDS && hand?.wrapUp() === false; round++) await world.time.run(30 * SECOND);
  // Watches go on for a day. Most stories take them as given; some sleep through the day, half an hour at a time.
  for (let nap = 0; wholeDay && nap < 400 && owes(world); nap++) {
    world.sleep(HOUR / 2);
    await world.time.run(20 * SECOND);
  }
}

/** True once the ledger knows of every payment, and how much it was. Forgets the ones that are known. */
function isEachPaymentKnown(world: World, { paid }: Customers): boolean {
  const till = world.till();
  if (till === null) return false;
  for (const order of paid) {
    const charge = till.ledger.charges.byOrderRef(order.ref);
    const attempt = charge?.attempts.find(({ orderRef }) => orderRef === order.ref);
    if (attempt != null && attempt.paidAmount !== null) paid.delete(order);
  }
  return paid.size === 0;
}

/** How many orders are searched for. */
function searches(world: World): number {
  const jobs = world.till()?.ledger.jobs.living() ?? [];
  return jobs.filter(({ kind }) => kind === 'find-orphan').length;
}

function owes(world: World): boolean {
  return (world.till()?.ledger.jobs.living().length ?? 1) > 0;
}
