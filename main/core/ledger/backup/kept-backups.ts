import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { businessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { newestBackups, readBackupName, REPLACED } from './backups.ts';
import { BACKUPS } from '../open-database.ts';

/** So many of the store's days that have backups are kept. */
const DAYS_KEPT = 30;
/** Of so many of them every backup, of those before only the last. */
const WHOLE_DAYS = 2;

/**
 * Removes what is too old. Days that have backups are counted, and no clock is asked: one that leaps by a year makes one day
 * more, and takes no more than one away. Throws the file system's error.
 */
export function removeOldBackups(folder: string, zone: string): void {
  const dayOf = (file: string): string => businessDay(epochMs(readBackupName(file)?.madeAt ?? 0), zone);
  const days: string[] = [];
  for (const file of newestBackups(folder)) {
    const day = dayOf(file);
    const isLastOfDay = !days.includes(day);
    if (isLastOfDay) days.push(day);
    const place = days.indexOf(day);
    if (place >= DAYS_KEPT || (place >= WHOLE_DAYS && !isLastOfDay)) rmSync(file, { force: true });
  }
  // Those of another branch go when as many days were backed up since.
  for (const name of readdirSync(join(folder, BACKUPS)).filter((each) => each.endsWith(REPLACED))) {
    const day = dayOf(name.slice(0, -REPLACED.length));
    if (days.filter((each) => each > day).length >= DAYS_KEPT)
      rmSync(join(folder, BACKUPS, name), { force: true });
  }
}
