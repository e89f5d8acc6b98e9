import type { Page } from '@playwright/test';
import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../support/fake-bridge/play-scene.ts';
import type { FakeApp } from '../support/fake-bridge/start-fake-app.ts';
import { axeViolations, showTheme } from '../support/fit/axe-violations.ts';
import { faultsAtSizes } from '../support/fit/faults-at-sizes.ts';
import { focusFaults, keysThatReach } from '../support/fit/focus-fault.ts';
import {
  CASHIER_SIZES,
  COUNTER_SIZES,
  CUSTOMER_SIZES,
  TIGHT_SIZES,
  USUAL_SIZE,
  type Size,
} from '../support/fit/sizes.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { customerActs, showQr, startTraining } from '../support/journey/sell.ts';
import { test as fakeTest } from './fake-fixtures.ts';
import { expect, test } from './fixtures.ts';

/**
 * Every state of both windows on the screens of shops: every key in reach, no text over another, no graphic too faint, nothing
 * that axe finds, and the focus where the next key lands. Each state is played once for all of that, because playing one takes
 * longer than looking at it.
 */

/** Where a customer waits: here nothing may need scrolling. */
const COUNTER = [
  'sell',
  'queued',
  'creating',
  'choices',
  'waiting',
  'doubt',
  'approved',
  'ended',
  'settle',
  'sign-in',
];

/** Scenes that are looked at in every size. Most sizes have the shape of another one, and the letters follow the window. */
const EVERY_SIZE = [
  'sell-typed',
  'sell-keypad',
  'waiting',
  'waiting-ask',
  'waiting-printer',
  'approved',
  'doubt-unusable',
];

interface State {
  readonly name: string;
  readonly screen: string;
  readonly play: (fake: FakeApp) => Promise<void>;
  readonly sizes: readonly Size[];
  /** The sizes in the dark, besides the usual one of the first state of a screen. */
  readonly darkSizes: readonly Size[];
  /** True if nothing may need scrolling. */
  readonly atOnce: boolean;
  /** Tries keys, which may change the screen: the last look. */
  readonly tryKeys: (page: Page) => Promise<string[]>;
}

const states: readonly State[] = [
  ...cashierScenes.map((scene) => {
    const isCounter = COUNTER.includes(scene.screen);
    const few = isCounter ? COUNTER_SIZES : TIGHT_SIZES;
    return {
      name: `cashier ${scene.name}`,
      screen: `cashier ${scene.screen}`,
      play: (fake: FakeApp) => playCashier(fake, scene),
      sizes: EVERY_SIZE.includes(scene.name) ? CASHIER_SIZES : few,
      darkSizes: [],
      atOnce: isCounter,
      tryKeys: focusFaults,
    };
  }),
  ...customerScenes.map((scene) => ({
    name: `customer ${scene.name}`,
    screen: `customer ${scene.screen}`,
    play: (fake: FakeApp) => playCustomer(fake, scene),
    sizes: CUSTOMER_SIZES,
    darkSizes: CUSTOMER_SIZES.slice(0, 1),
    atOnce: true,
    tryKeys: keysThatReach,
  })),
];

/** Plays a state once and returns all its faults. */
async function faultsOf(fake: FakeApp, state: State): Promise<string[]> {
  const { page } = fake;
  const { name, screen, sizes, atOnce } = state;
  await page.setViewportSize(USUAL_SIZE);
  await showTheme(page, 'light');
  await state.play(fake);
  const faults = await axeViolations(page, 'light');
  faults.push(...(await faultsAtSizes(page, sizes, atOnce)));
  // The states of one screen have the same colours.
  const isFirst = states.find((each) => each.screen === screen) === state;
  await page.setViewportSize(USUAL_SIZE);
  if (isFirst) faults.push(...(await axeViolations(page, 'dark')));
  else await showTheme(page, 'dark');
  const darkSizes = isFirst ? [USUAL_SIZE, ...state.darkSizes] : state.darkSizes;
  faults.push(...(await faultsAtSizes(page, darkSizes, atOnce)).map((fault) => `dark ${fault}`));
  faults.push(...(await state.tryKeys(page)));
  return faults.map((fault) => `${name} ${fault}`);
}

/** Minutes of work for one page; in parts, so that the workers share it. */
const PARTS = 4;

for (let part = 0; part < PARTS; part++) {
  fakeTest(`every state of both windows: part ${part + 1} of ${PARTS}`, async ({ fake }) => {
    fakeTest.setTimeout(600_000);
    const faults: string[] = [];
    for (const [place, state] of states.entries())
      if (place % PARTS === part) faults.push(...(await faultsOf(fake, state)));
    expect(faults).toEqual([]);
  });
}

test('the real windows on the way through a sale', async ({ launchApp }) => {
  const desk = await openDesk(await launchApp());
  const faults: string[] = [];
  const lookAtBoth = async (): Promise<void> => {
    for (const page of [desk.cashier, desk.customer]) {
      const screen = await page.locator('[data-screen]').last().getAttribute('data-screen');
      for (const theme of ['light', 'dark'] as const)
        faults.push(...(await axeViolations(page, theme)).map((fault) => `${screen} ${fault}`));
    }
  };
  await desk.cashierSees('first-run');
  await lookAtBoth();
  await startTraining(desk);
  await lookAtBoth();
  await showQr(desk, '2590');
  await lookAtBoth();
  await customerActs(desk, 'pay');
  await desk.bothSee('approved', 'paid');
  await lookAtBoth();
  expect(faults).toEqual([]);
});
