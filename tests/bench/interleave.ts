/** One measurement: gives its figure, in whatever unit both sides share. */
export type Measure = () => number | Promise<number>;

export interface Pairs {
  readonly subject: number[];
  readonly baseline: number[];
  /** Subject over baseline, one for each round: noise that lasts longer than a round is on both sides of it. */
  readonly ratios: number[];
}

/** Measures subject and baseline in turn; which goes first changes each round, so that neither always finds things warm. */
export async function interleave(rounds: number, subject: Measure, baseline: Measure): Promise<Pairs> {
  const pairs: Pairs = { subject: [], baseline: [], ratios: [] };
  for (let round = 0; round < rounds; round += 1) {
    const subjectFirst = round % 2 === 0;
    const first = await (subjectFirst ? subject : baseline)();
    const second = await (subjectFirst ? baseline : subject)();
    const [ours, theirs] = subjectFirst ? [first, second] : [second, first];
    pairs.subject.push(ours);
    pairs.baseline.push(theirs);
    pairs.ratios.push(ours / theirs);
  }
  return pairs;
}
