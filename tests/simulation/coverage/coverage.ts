/** How often each thing was met. */
export interface Counter {
  readonly counts: ReadonlyMap<string, number>;
  add(what: string, times?: number): void;
}

/** What stories have met: which state met which event under which fault, which jobs lived together, where tills died. */
export interface Coverage {
  /** Charge state × attempt state × event × fault. */
  readonly combinations: Counter;
  /** Kinds of jobs that were alive at the same time, alone and in pairs. */
  readonly jobs: Counter;
  /** Where the till died: at which write, or while it waited for which answer. */
  readonly deaths: Counter;
}

/** Coverage as it goes from a worker to the one that asked. */
export type CoverageData = Readonly<Record<keyof Coverage, readonly (readonly [string, number])[]>>;

function createCounter(): Counter {
  const counts = new Map<string, number>();
  return {
    counts,
    add: (what, times = 1) => void counts.set(what, (counts.get(what) ?? 0) + times),
  };
}

export function createCoverage(): Coverage {
  return { combinations: createCounter(), jobs: createCounter(), deaths: createCounter() };
}

export function toData({ combinations, jobs, deaths }: Coverage): CoverageData {
  return { combinations: [...combinations.counts], jobs: [...jobs.counts], deaths: [...deaths.counts] };
}

export function addData(coverage: Coverage, data: CoverageData): void {
  for (const [what, times] of data.combinations) coverage.combinations.add(what, times);
  for (const [what, times] of data.jobs) coverage.jobs.add(what, times);
  for (const [what, times] of data.deaths) coverage.deaths.add(what, times);
}
