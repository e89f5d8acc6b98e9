import { z } from 'zod';
import { CHANNELS, CLIENT_NAME } from '../domain/ledger-event/by.ts';

/** How the request came that caused an event: its channel, and the program that sent it if it has a name. */
export const Via = z.object({ channel: z.enum(CHANNELS), client: z.string().regex(CLIENT_NAME).optional() });
