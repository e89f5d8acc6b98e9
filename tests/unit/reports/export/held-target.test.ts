import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeDataFile } from '../../../../main/core/reports/export/write-data-file.ts';
import { notRun } from '../../../support/printer-rigs/why-not.ts';
import { holdFile, SHARES, whyNotHeld } from '../../../support/windows/hold-file.ts';
import { temporaryFolder } from '../../ledger/setup-ledger.ts';

describe.skipIf(whyNotHeld !== undefined)(`a file that is open in Excel${notRun(whyNotHeld)}`, () => {
  it.each(Object.entries(SHARES))(
    'is not replaced, and nothing is left beside it: it shares %s',
    async (_, share) => {
      const folder = temporaryFolder();
      const path = join(folder, 'vendas.json');
      writeFileSync(path, 'old');
      const release = holdFile(path, share);
      onTestFinished(release);
      expect(await writeDataFile(path, 'A1', true, 'new')).toEqual({
        ok: false,
        error: 'held-by-another-program',
      });
      release();
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['vendas.json']]);
      expect(await writeDataFile(path, 'A2', true, 'new')).toEqual({ ok: true, value: undefined });
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['new', ['vendas.json']]);
    },
  );
});
