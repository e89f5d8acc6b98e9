import { z } from 'zod';
import { WAYS_OUT } from '../domain/charge/ways-out.ts';
import { WHY_OPEN } from '../domain/charge/why-open.ts';
import { ChargeView } from './charge-view.ts';

/** What can be done about a charge now; the screens show one key for each. */
export const WayOut = z.enum(WAYS_OUT);
export type WayOut = z.infer<typeof WayOut>;

export const WhyOpen = z.enum(WHY_OPEN);
export type WhyOpen = z.infer<typeof WhyOpen>;

/** A charge that is not done with: why, whether closing the shift waits for it, and the ways out of it. */
export const OpenItem = z.object({
  charge: ChargeView,
  why: WhyOpen,
  holdsShift: z.boolean(),
  ways: z.array(WayOut),
});
export type OpenItem = z.infer<typeof OpenItem>;
