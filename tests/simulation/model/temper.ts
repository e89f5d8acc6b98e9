/** How contrary the gateway is while it answers; each a probability. */
export interface Temper {
  /** DELETE answers 200 and changes nothing. */
  readonly cancelIgnored: number;
  /** A refund is refused with 200 and `approved`. */
  readonly refundRefused: number;
  /** A refund takes its time. */
  readonly refundPending: number;
  /** A cancel of a paid order ends as `approved` and not as a refund. */
  readonly cancelOfPaidKept: number;
  /** One answer has a word that is in no document. */
  readonly unknownWord: number;
  /** From now on, and for up to six hours, nothing of an order can be used: see `SPELLS`. */
  readonly spell: number;
  /** A new order appears in the list only minutes later. */
  readonly listedLate: number;
  /** A new order is refused, and not made. */
  readonly refusesOrder: number;
}

export const CALM: Temper = {
  cancelIgnored: 0,
  refundRefused: 0,
  refundPending: 0,
  cancelOfPaidKept: 0,
  unknownWord: 0,
  spell: 0,
  listedLate: 0,
  refusesOrder: 0,
};

/** What a lasting trouble with one order looks like from outside. */
export const SPELLS = ['unknown-word', 'html', 'half', 'no-status', 'odd-amount', 'server-error'] as const;
export type Spell = (typeof SPELLS)[number];
