import { z } from 'zod';
import { WAYS_OUT } from '../domain/charge/ways-out.ts';
import { WHY_OPEN } from '../domain/charge/why-open.ts';
import { ChargeView } from './charge-view.ts';

/** An act that is possible for an open item now. The screens show one key for each. */
export const WayOut = z.enum(WAYS_OUT);
export type WayOut = z.infer<typeof WayOut>;

/** Why a charge is an open item. */
export const WhyOpen = z.enum(WHY_OPEN);
export type WhyOpen = z.infer<typeof WhyOpen>;

/**
 * A charge for which the operator or the machine still has work: the reason, whether it holds the shift, and the ways out.
 */
export const OpenItem = z.object({
  charge: ChargeView,
  why: WhyOpen,
  holdsShift: z.boolean(),
  ways: z.array(WayOut),
});
export type OpenItem = z.infer<typeof OpenItem>;
