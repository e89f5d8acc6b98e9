import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { businessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { BACKUP_DAYS } from '../../../../shared/kernel/retention.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { removeIfFree } from '../../../files/file-operations.ts';
import { newestBackups, PART, readBackupName, REPLACED, UNUSABLE } from './backups.ts';
import { BACKUPS } from '../open-database.ts';
import { removeWithSidesIfFree } from './sides.ts';

/** Every backup of so many of the newest days is kept, and of the days before only the last one. */
const WHOLE_DAYS = 2;

/** A ledger that a restore or damage left beside the present one, with the instant in its name. */
const ASIDE = /^ledger-(?:damaged|replaced)-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/;

/**
 * Removes backups that are too old, and the files of restores and damage that are older than the kept backups. Counts the days
 * that have backups and asks no clock: a clock that leaps by a year makes one day more, and removes one day at most. Leaves a file
 * that another program holds to the next time. Throws the file system's error.
 */
export function removeOldFiles(folder: string, zone: string): void {
  const dayAt = (instant: number): string => businessDay(epochMs(instant), zone);
  const dayOf = (backup: string): string => dayAt(readBackupName(backup)?.madeAt ?? 0);
  const days: string[] = [];
  for (const file of newestBackups(folder)) {
    const day = dayOf(file);
    const isLastOfDay = !days.includes(day);
    if (isLastOfDay) days.push(day);
    const place = days.indexOf(day);
    if (place >= BACKUP_DAYS || (place >= WHOLE_DAYS && !isLastOfDay)) removeIfFree(file);
  }
  const isOver = (day: string): boolean => days.filter((each) => each > day).length >= BACKUP_DAYS;
  for (const name of namesIn(join(folder, BACKUPS))) {
    const ending = [REPLACED, UNUSABLE, PART].find((each) => name.endsWith(each));
    if (ending !== undefined && isOver(dayOf(name.slice(0, -ending.length))))
      removeIfFree(join(folder, BACKUPS, name));
  }
  for (const name of namesIn(folder)) {
    const setAsideAt = readAsideName(name);
    if (setAsideAt !== null && isOver(dayAt(setAsideAt))) removeWithSidesIfFree(join(folder, name));
  }
}

/** Returns when a ledger was set aside, epoch ms. Null for the name of another file. */
function readAsideName(name: string): number | null {
  const parts = ASIDE.exec(name);
  if (parts === null) return null;
  const [, day = '', hours = '', minutes = '', seconds = '', ms = ''] = parts;
  return Date.parse(`${day}${hours}:${minutes}:${seconds}.${ms}Z`);
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
