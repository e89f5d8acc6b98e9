import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { Cancel } from '../../../shared/kernel/time.ts';

/** Tells listeners that something in the till changed. */
export interface Changes {
  /** Calls `listener` after each change, with null if no charge changed. It must be quick, because it runs inside the act. */
  onChange(listener: (charge: Charge | null) => void): Cancel;
  /** Calls every listener. */
  notify(charge: Charge | null): void;
}

/** Creates the list of listeners. `first` runs before them at each change. */
export function createChanges(first: () => void): Changes {
  const listeners = new Set<(charge: Charge | null) => void>();
  return {
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify(charge) {
      first();
      for (const listener of listeners) listener(charge);
    },
  };
}
