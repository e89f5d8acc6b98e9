import { statSync } from 'node:fs';
import { expect } from 'vitest';

export const isWindows = process.platform === 'win32';

/** Why a test cannot hold on Windows. */
export const WHY_NOT = {
  modes: 'the mode of a file has no rights on Windows, see tests/unit/ledger/rights',
  signals: 'every signal ends a program of Windows at once; a till is stopped by POST /v1/stop',
  links: 'a link needs the rights of an administrator on Windows',
  shell: 'Windows has no sh',
  programs: 'zbarimg and openssl are not part of Windows',
  proc: 'Windows has no /proc',
} as const;

/** Returns the end of the name of a test that cannot hold on Windows, with the reason. Empty on other systems. */
export function notOnWindows(why: keyof typeof WHY_NOT): string {
  return isWindows ? ` (not run: ${WHY_NOT[why]})` : '';
}

/** Expects the mode of a file or folder. Expects nothing on Windows, where the mode has no rights. */
export function expectMode(path: string, mode: number): void {
  if (!isWindows) expect(statSync(path).mode & 0o777).toBe(mode);
}
