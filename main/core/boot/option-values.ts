import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { portNumber } from '../../../shared/kernel/port-number.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** Returns the absolute path of a folder option. The folder need not exist. The error is a sentence that says what to do. */
export function folderOption(name: string, value: string): Result<string, string> {
  const folder = resolve(value);
  return existsSync(folder) && !statSync(folder).isDirectory()
    ? err(`${name} ${folder}: é um arquivo; indique uma pasta.`)
    : ok(folder);
}

/** Returns the number of a port option. 0 is a free port. The error is a sentence that says what to do. */
export function portOption(name: string, value: string): Result<number, string> {
  const port = portNumber(value);
  return port === null ? err(`${name} ${value}: deve ser um número de 0 a 65535.`) : ok(port);
}
