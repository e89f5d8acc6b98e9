import type { CustomerView, TillView } from '../../../shared/contract/views.ts';

export type Shows = TillView['customerSees'];

/** What the page can draw. */
export type Shown = Exclude<Shows, 'nothing'>;

/** What the window draws for a view. `qrRefused` is the text of a QR that did not read back as itself. */
export function shownFor(view: CustomerView | null, remainingMs: number, qrRefused: string | null): Shown {
  if (view === null) return 'wait';
  const { screen } = view;
  if (screen.kind !== 'qr') return screen.kind;
  // The window removes the QR at zero without a view from the core.
  if (remainingMs === 0) return 'expired';
  return screen.brCode === qrRefused ? 'qr-refused' : 'qr';
}
