/** The actors that are not a person of the till. They are the `actor` of a ledger row, where otherwise a person's id is. */
export const ACTORS = {
  /** Balcão itself: a job, a timer, a recovery. */
  machine: 'balcao',
  /** The shop's software, over the local API. */
  api: 'api',
  /** A window while no person is signed in. */
  window: 'window',
  /** The person who set up the till while it had no manager. */
  firstRun: 'first-run',
  /** The settings that the till was started with, without windows. */
  headless: 'headless',
  /** The command that restores a backup from outside. */
  restoreCommand: 'npm run restore',
} as const;

export type Actor = (typeof ACTORS)[keyof typeof ACTORS];

/** The names of the actors on screens and in reports. They are not translated, as the names of people. */
export const ACTOR_NAMES: Readonly<Record<Actor, string>> = {
  balcao: 'Balcão',
  api: 'Sistema da loja',
  window: 'Sem operador',
  'first-run': 'Primeiro uso',
  headless: 'Início sem janelas',
  'npm run restore': 'Comando de restauração',
};

/** True if this id is an actor's and not a person's. */
export function isActor(id: string): id is Actor {
  return Object.hasOwn(ACTOR_NAMES, id);
}
