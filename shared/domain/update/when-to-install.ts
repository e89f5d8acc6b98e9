/** What a till knows when a checked update lies ready. */
export interface TillAtUpdate {
  /** Charges that can still be paid or whose outcome is unclear. */
  readonly openCharges: number;
  readonly shift: 'open' | 'closed';
  /** `start`: the program has started and nobody has used it since. `closing`: a shift has just been closed. */
  readonly moment: 'start' | 'closing' | 'between';
}

/** Installs now, or waits for one thing, which the manager's screen names. */
export type InstallDecision =
  | { readonly kind: 'install' }
  | { readonly kind: 'wait'; readonly until: 'no-open-charge' | 'shift-closed' | 'next-start' };

/**
 * Returns whether a ready update is installed now. An open charge always comes first: its payment may arrive during the install.
 * At the start an open shift is no obstacle, because the restart changes nothing in it.
 */
export function whenToInstall(till: TillAtUpdate): InstallDecision {
  if (till.openCharges > 0) return { kind: 'wait', until: 'no-open-charge' };
  if (till.moment !== 'between') return { kind: 'install' };
  return { kind: 'wait', until: till.shift === 'open' ? 'shift-closed' : 'next-start' };
}
