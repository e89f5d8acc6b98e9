/** What a caller of the bench may ask for. */
export interface BenchOptions {
  /** How often each pair of measurements is taken. */
  readonly rounds: number;
  /** Less of everything: to see that it runs, not to quote. */
  readonly quick: boolean;
  /** Also what takes minutes and gigabytes to set up: a ledger of 5,000,000 charges. */
  readonly large: boolean;
  /** Where big ledgers are kept for the next run; null: each run makes its own. */
  readonly ledgers: string | null;
}

/** One number and what it should be. Whether it is, is said and never enforced: machines differ. */
export interface Figure {
  readonly is: number;
  readonly unit: 'ms' | 'ratio' | 'MB';
  readonly aim: { readonly below: number } | { readonly atLeast: number };
  readonly met: boolean;
}

/** What one part measured. */
export interface Measured {
  /** What was measured, in a sentence. */
  readonly what: string;
  /** What it was measured against, in the same run. */
  readonly baseline: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** The numbers behind the figures, those of the baseline among them. */
  readonly numbers: Readonly<
    Record<string, number | readonly number[] | string | Readonly<Record<string, number>>>
  >;
}

export type Part = (options: BenchOptions) => Promise<Measured>;

export function below(limit: number, is: number, unit: Figure['unit']): Figure {
  return { is: rounded(is), unit, aim: { below: limit }, met: is < limit };
}

export function atLeast(limit: number, is: number, unit: Figure['unit']): Figure {
  return { is: rounded(is), unit, aim: { atLeast: limit }, met: is >= limit };
}

/** Three significant places are more than any of this is good for. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
