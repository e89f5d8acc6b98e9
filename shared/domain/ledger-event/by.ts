import { ACTORS } from '../people/actors.ts';

/**
 * The ways by which a request comes to a till: a window, the local API, the hub, a file of the shop's software, a command line
 * (a headless start or `npm run restore`).
 */
export const CHANNELS = ['window', 'api', 'hub', 'files', 'command-line'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a request came to a till. `client` is the program that sent it, as it names itself. */
export interface Via {
  readonly channel: Channel;
  readonly client?: string;
}

/** The requests of a window. Windows name no program. */
export const VIA_WINDOW: Via = { channel: 'window' };
/** The requests of a command line. */
export const VIA_COMMAND_LINE: Via = { channel: 'command-line' };

/** The name of a client program: at most 80 characters, each of them visible or a space. */
export const CLIENT_NAME = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,80}$/u;

/** Returns how a request of this program came. Leaves out a name that does not fit `CLIENT_NAME`. */
export function viaClient(channel: Channel, name: string | undefined): Via {
  const client = name?.trim() ?? '';
  return CLIENT_NAME.test(client) ? { channel, client } : { channel };
}

/**
 * Who causes an event of the ledger. `actor` is the id of a person or a word of `ACTORS`. `via` is how the request came; null
 * for what Balcão does by itself.
 */
export interface By {
  readonly actor: string;
  readonly via: Via | null;
}

/** Returns who causes an event by an act at a window. */
export function byWindow(actor: string): By & { readonly via: Via } {
  return { actor, via: VIA_WINDOW };
}

/** A job, a timer or a recovery of Balcão causes the event. */
export const BY_MACHINE: By = { actor: ACTORS.machine, via: null };
