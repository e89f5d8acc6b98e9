import type { Screen } from 'electron';
import type { z } from 'zod';
import type { DisplayView } from '../../shared/contract/control.ts';
import type { Cancel } from '../../shared/kernel/time.ts';
import { chooseCashierMonitor, chooseCustomerMonitor } from './choose-customer-monitor.ts';
import { toMonitors, type Monitor } from './monitor.ts';
import type { DisplaySettings } from './settings.ts';

type View = z.infer<typeof DisplayView>;

/** The present monitors and their windows. */
export interface Displays {
  monitors(): readonly Monitor[];
  customerMonitor(): Monitor | null;
  cashierMonitor(): Monitor | null;
  views(): View[];
  /** Makes a monitor the customer's. Returns false if no monitor has this identity. */
  choose(identity: string): boolean;
  onChange(listener: () => void): Cancel;
}

type ScreenPart = Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'> & {
  on(event: 'display-added' | 'display-removed' | 'display-metrics-changed', listener: () => void): unknown;
};

/** Creates the view of the monitors. It follows changes of `screen`. */
export function createDisplays(screen: ScreenPart, settings: DisplaySettings): Displays {
  const listeners = new Set<() => void>();
  let monitors = look(screen);

  const refresh = (): void => {
    const before = JSON.stringify(monitors);
    monitors = look(screen);
    rememberFirst();
    if (JSON.stringify(monitors) !== before) tell();
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const customerMonitor = (): Monitor | null =>
    chooseCustomerMonitor(monitors, settings.remembered()?.identity ?? null);

  /** Remembers also the automatic choice, so that a third monitor does not move the customer's window. */
  const rememberFirst = (): void => {
    const chosen = customerMonitor();
    if (chosen !== null && settings.remembered() === null) settings.remember(chosen);
  };

  rememberFirst();
  screen.on('display-added', refresh);
  screen.on('display-removed', refresh);
  screen.on('display-metrics-changed', refresh);

  return {
    monitors: () => monitors,
    customerMonitor,
    cashierMonitor: () => chooseCashierMonitor(monitors, customerMonitor()),
    views: () => toViews(monitors, customerMonitor(), settings),
    choose(identity) {
      const chosen = monitors.find((one) => one.identity === identity);
      if (chosen === undefined) return false;
      settings.remember(chosen);
      tell();
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function look(screen: ScreenPart): readonly Monitor[] {
  return toMonitors(screen.getAllDisplays(), screen.getPrimaryDisplay().id);
}

/** Lists the remembered monitor also while it is unplugged. */
function toViews(monitors: readonly Monitor[], customer: Monitor | null, settings: DisplaySettings): View[] {
  const views: View[] = monitors.map(({ identity, label, width, height, isPrimary }, place) => ({
    identity,
    number: place + 1,
    label,
    width,
    height,
    isPrimary,
    isCustomer: identity === customer?.identity,
    isPresent: true,
  }));
  const missing = settings.remembered();
  if (missing === null || views.some((one) => one.identity === missing.identity)) return views;
  // A twin with a slightly different identity is used in its place.
  if (customer !== null && views.some((one) => one.isCustomer && sameKind(one, missing))) return views;
  return [
    ...views,
    { ...missing, number: null, isPrimary: false, isCustomer: customer === null, isPresent: false },
  ];
}

function sameKind(
  one: Pick<View, 'label' | 'width' | 'height'>,
  other: Pick<View, 'label' | 'width' | 'height'>,
): boolean {
  return one.label === other.label && one.width === other.width && one.height === other.height;
}
