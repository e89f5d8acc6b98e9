import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import log from 'electron-log/node.js';
import { LOG_FILE_BYTES, LOG_FILES } from '../../shared/kernel/retention.ts';
import type { LogRecord } from '../../shared/kernel/logger.ts';
import { removeIfFree, renameIfFree } from '../files/file-operations.ts';
import { formatRecord } from './format-record.ts';
import { redactRecord } from '../../shared/kernel/redact-record.ts';

/** The number of full files that are kept beside the open one. `balcao.1.log` is the newest of them. */
const KEPT = LOG_FILES - 1;

/** Opens `<folder>/balcao.log`. The returned function is the only writer of logs in the app. */
export function openLogFile(folder: string, alsoToConsole: boolean): (record: LogRecord) => void {
  const writer = log.create({ logId: 'balcao' });
  const { file, console } = writer.transports;
  file.resolvePathFn = () => join(folder, 'balcao.log');
  file.format = '{text}';
  file.maxSize = LOG_FILE_BYTES;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.archiveLogFn = ({ path }) => rotate(path);
  console.format = '{text}';
  console.level = alsoToConsole ? 'warn' : false;
  return (record) => writer[record.level](formatRecord(redactRecord(record)));
}

/** Moves the full files on by one place. If another program holds one of them, the open file grows on until the next line. */
function rotate(path: string): void {
  const { dir, name, ext } = parse(path);
  const numbered = (number: number): string => join(dir, `${name}.${number}${ext}`);
  if (!removeIfFree(numbered(KEPT))) return;
  for (let number = KEPT - 1; number >= 1; number--) {
    if (existsSync(numbered(number)) && !renameIfFree(numbered(number), numbered(number + 1))) return;
  }
  renameIfFree(path, numbered(1));
}
