/** Who acts when it is no person of the till: the `actor` of a ledger row, in the place of a person's id. */
export const ACTORS = {
  /** Balcão by itself: a job, a timer, a recovery. */
  machine: 'balcao',
  /** The shop's own software, over the local API. */
  api: 'api',
  /** A window while no person is signed in. */
  window: 'window',
  /** Whoever set the till up while it had no manager to ask. */
  firstRun: 'first-run',
  /** The settings that the till was started with, without windows. */
  headless: 'headless',
  /** The command that restores a backup from outside. */
  restoreCommand: 'npm run restore',
} as const;

export type Actor = (typeof ACTORS)[keyof typeof ACTORS];

/** What people read in the place of each, on screens and in reports: like the names of people these are not translated. */
export const ACTOR_NAMES: Readonly<Record<Actor, string>> = {
  balcao: 'Balcão',
  api: 'Sistema da loja',
  window: 'Sem operador',
  'first-run': 'Primeiro uso',
  headless: 'Início sem janelas',
  'npm run restore': 'Comando de restauração',
};

/** True when this id is not a person's. */
export function isActor(id: string): id is Actor {
  return Object.hasOwn(ACTOR_NAMES, id);
}
