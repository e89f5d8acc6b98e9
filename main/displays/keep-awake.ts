import type { PowerSaveBlocker } from 'electron';

/** Keeps the monitors awake. */
export interface KeepAwake {
  set(isAwake: boolean): void;
}

/**
 * Creates the switch that keeps all monitors awake while it is on, so that no customer stands before a black screen. The system
 * takes it back by itself when the app ends.
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
