import type { Logger } from '../../shared/kernel/logger.ts';
import type { World } from './world.ts';

/** Errors that the story itself brings about: the crash, and the disk that takes nothing. */
const OURS = ['crashing-database', 'is not open', 'disk is full', 'could not be written'];

/** A bug that the product would log and survive still fails the story, unless it is the crash itself. */
export function createSimulationLogger(world: World): Logger {
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: (event, fields) => world.note(`warn ${event} ${JSON.stringify(fields ?? {})}`),
    error: (event, fields) => {
      const detail = String(fields?.['detail'] ?? '');
      const isOurs = detail.startsWith('Error\n') || OURS.some((text) => detail.includes(text));
      world.note(`error ${event} ${detail.split('\n')[0] ?? ''}`);
      if (event === 'job-threw' && !isOurs) world.bugs.push(`${event}: ${detail}`);
    },
    scoped: () => logger,
  };
  return logger;
}
