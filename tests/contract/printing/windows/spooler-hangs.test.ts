import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const HUNG = fileURLToPath(new URL('../../../support/printers/hung-spooler.ts', import.meta.url));

/** Wine's spooler asks the print server of this variable, which the test plays. Windows' own cannot be made to hang. */
const [, port] = /^127\.0\.0\.1:(\d+)$/.exec(process.env['CUPS_SERVER'] ?? '') ?? [];
const whyNot =
  process.platform !== 'win32'
    ? 'only Windows has winspool'
    : port === undefined
      ? 'CUPS_SERVER names no port of this machine for the print server that never answers'
      : undefined;

describe.skipIf(whyNot !== undefined)(
  `the spooler of Windows that never answers${whyNot === undefined ? '' : ` (not run: ${whyNot})`}`,
  () => {
    it('holds neither the core nor its end', async () => {
      // A killed process has code 1. One that ends by itself has 0.
      const child = spawn(process.execPath, [HUNG, port ?? ''], { stdio: 'inherit' });
      expect(await once(child, 'exit')).toEqual([1, null]);
    }, 120_000);
  },
);
