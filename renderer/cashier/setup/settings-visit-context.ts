import { createContext, useContext } from 'react';

/** The visit of a manager to the settings, which signs several changes with one PIN. */
export interface SettingsVisit {
  /** A manager has entered. The core holds that, and takes changes of shop, charging and printer without another PIN. */
  readonly isManagerThere: boolean;
  /** False while no shift is open: then each change is signed with its own PIN. */
  readonly canEnter: boolean;
  onEntered(): void;
  leave(): void;
}

/** Outside the settings there is no visit. */
export const SettingsVisitContext = createContext<SettingsVisit>({
  isManagerThere: false,
  canEnter: false,
  onEntered: () => undefined,
  leave: () => undefined,
});

/** Returns the visit that this part of the settings is in. */
export function useSettingsVisit(): SettingsVisit {
  return useContext(SettingsVisitContext);
}
