import { centavos, type Centavos } from '../../../shared/domain/money/centavos.ts';
import {
  TRAINING_WALLETS,
  type TrainingWallet,
} from '../../../main/core/gateway/training/training-wallets.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { pickWeighted } from './weighted.ts';

/** The course of a sale. `late`: paid after it was given up. `second-try`: the first order got no answer. */
export type Fate =
  | 'paid'
  | 'second-try'
  | 'cancelled'
  | 'expired'
  | 'refused'
  | 'late-kept'
  | 'late-returned'
  | 'refunded'
  | 'partly-refunded';

/** One sale of the invented shop, before it happens. */
export interface Sale {
  readonly amount: Centavos;
  readonly wallet: TrainingWallet;
  readonly fate: Fate;
  readonly reference: string | null;
}

const FATES: readonly (readonly [Fate, number])[] = [
  ['paid', 865],
  ['cancelled', 52],
  ['expired', 34],
  ['refunded', 15],
  ['partly-refunded', 12],
  ['second-try', 9],
  ['refused', 6],
  ['late-kept', 4],
  ['late-returned', 3],
];

/** The weights of the wallets, as in a Brazilian shop. Inactive accounts take nothing. */
const WEIGHTS: Readonly<Record<string, number>> = {
  pix: 860,
  mercadopago: 75,
  picpay: 55,
  'shipay-pagador': 10,
};

const WALLETS = TRAINING_WALLETS.filter(({ active }) => active).map(
  (wallet): readonly [TrainingWallet, number] => [
    wallet,
    // The second Pix account is used sometimes.
    wallet.wallet === 'pix' && !wallet.isDefault ? 20 : (WEIGHTS[wallet.wallet] ?? 1),
  ],
);

const ENDINGS: readonly (readonly [number, number])[] = [
  [0, 30],
  [50, 25],
  [90, 25],
  [99, 12],
  [75, 5],
  [25, 3],
];

/** Draws one sale. Its reference contains `place`. */
export function makeSale(random: SeededRandom, place: number): Sale {
  const wallet = pickWeighted(random, WALLETS);
  return {
    amount: centavos(Math.max(wallet.minimum, price(random), 1)),
    wallet,
    fate: pickWeighted(random, FATES),
    reference: random.fraction() < 0.6 ? `PDV ${10_000 + place}` : null,
  };
}

/** Returns a price: mostly R$ 5 to R$ 80, seldom hundreds. The logarithm of prices is about normal. */
function price(random: SeededRandom): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const reais = Math.min(2_500, Math.max(2, Math.floor(22 * Math.exp(0.85 * normal))));
  if (random.fraction() < 0.08) return reais * 100 + random.between(0, 99);
  return reais * 100 + pickWeighted(random, ENDINGS);
}
