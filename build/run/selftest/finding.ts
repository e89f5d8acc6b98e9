/** `error`: the till cannot work with this. `attention`: it can, and a person should know. */
export interface Finding {
  readonly state: 'works' | 'attention' | 'error';
  /** What was found and, unless it works, what to do, in Portuguese. */
  readonly words: string;
}

/** One thing that is looked at. A check moves no money and changes nothing. */
export interface Check {
  /** In Portuguese. */
  readonly name: string;
  /** Returns one finding or more. */
  run(): Promise<readonly Finding[]>;
}

export const works = (words: string): Finding => ({ state: 'works', words });
export const attention = (words: string): Finding => ({ state: 'attention', words });
export const error = (words: string): Finding => ({ state: 'error', words });
