import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TillView } from '../../shared/contract/views.ts';
import type { ControlEvent } from '../../shared/rpc/bridge.ts';
import type { Cancel } from '../../shared/kernel/time.ts';
import type { Transport } from '../port/transport.ts';

/** What the core and main say. Nothing here is changed by the page itself. */
export interface TillState {
  /** Null before the first view and while the core is away, because an old view may be wrong. */
  readonly view: TillView | null;
  /** When the view came, by the page's steady clock: its countdowns run from there. */
  readonly heardAt: number;
  readonly core: ControlEvent<'core/state'>;
  readonly quitting: (ControlEvent<'app/quitting'> & { readonly heardAt: number }) | null;
  readonly displays: ControlEvent<'displays/changed'>;
}

export type TillStore = StoreApi<TillState>;

const CORE_UP = { state: 'up', trouble: null } as const;

/** Creates the store before the first view. */
export function createTillStore(): TillStore {
  return createStore<TillState>(() => ({
    view: null,
    heardAt: 0,
    core: CORE_UP,
    quitting: null,
    displays: [],
  }));
}

/** What happens in the page when main tells a moment, which is in no state. */
interface Moments {
  readonly onQuitRefused: () => void;
  readonly onQuitAsked: (shift: ControlEvent<'app/quit-asked'>) => void;
}

/** Connects the store with the core and main. */
export function followTill(store: TillStore, transport: Transport, moments: Moments): Cancel {
  const cancels = [
    transport.subscribe('till/view', (view) =>
      store.setState({ view, heardAt: performance.now(), core: CORE_UP }),
    ),
    transport.subscribe('core/state', (core) =>
      store.setState(core.state === 'up' ? { core } : { core, view: null, quitting: null }),
    ),
    transport.subscribe('app/quitting', (quitting) =>
      store.setState({ quitting: { ...quitting, heardAt: performance.now() } }),
    ),
    transport.subscribe('displays/changed', (displays) => store.setState({ displays })),
    transport.subscribe('app/quit-refused', ({ waitsForOperator }) => {
      store.setState({ quitting: null });
      if (waitsForOperator) moments.onQuitRefused();
    }),
    transport.subscribe('app/quit-asked', moments.onQuitAsked),
  ];
  return () => {
    for (const cancel of cancels) cancel();
  };
}
