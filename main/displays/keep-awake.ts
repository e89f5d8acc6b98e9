import type { PowerSaveBlocker } from 'electron';

/** Keeps the monitors awake. */
export interface KeepAwake {
  set(isAwake: boolean): void;
}

/**
 * Creates the switch that keeps all monitors awake while it is on. Without it, the customer's screen would go black in a slow
 * hour. The system turns it off when the app ends.
 */
export function createKeepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): KeepAwake {
  let id: number | null = null;
  return {
    set(isAwake) {
      if (isAwake) id ??= blocker.start('prevent-display-sleep');
      else if (id !== null) {
        blocker.stop(id);
        id = null;
      }
    },
  };
}
