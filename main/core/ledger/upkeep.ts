import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { checkBeside } from './check-beside.ts';
import type { OpenedFile } from './open-ledger.ts';
import { scheduleBackups } from './scheduled-backup.ts';

/**
 * What an open ledger file needs while the till works: a look at all of it, and backups. A ledger in memory needs none.
 * The returned function stops both; only then may the file be closed.
 */
export function keepUp(
  { db, path, folder }: OpenedFile,
  clock: Clock,
  logger: Logger,
  damaged: (damage: string) => void,
): () => Promise<void> {
  if (db.memory) return () => Promise.resolve();
  const stops = [
    checkBeside(path, folder, clock, logger, damaged),
    scheduleBackups(db, folder, clock, logger),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
