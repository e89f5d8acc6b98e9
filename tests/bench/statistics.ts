/** The smallest sample that at least `percent` of all samples do not exceed (nearest rank). */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 50);
}

/** Returns the median of each key over all samples, as a whole number. A sample without the key counts as 0. */
export function medians(samples: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const keys = new Set(samples.flatMap((sample) => Object.keys(sample)));
  return Object.fromEntries(
    [...keys].map((key) => [key, Math.round(median(samples.map((sample) => sample[key] ?? 0)))]),
  );
}
