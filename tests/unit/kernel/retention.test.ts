import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { personalDataWords as en } from '../../../renderer/i18n/en/personal-data.ts';
import { personalDataWords as ptBR } from '../../../renderer/i18n/pt-br/personal-data.ts';
import { BACKUP_DAYS, LOG_FILE_BYTES, LOG_FILES, SLIP_DAYS } from '../../../shared/kernel/retention.ts';

const read = (file: string): string => readFileSync(join(repoRoot, file), 'utf8').replaceAll(/\s+/g, ' ');

it('the page about personal data tells the periods that the code keeps', () => {
  const page = read('docs/privacy.md');
  expect(page).toContain(`bytes and reference of a printed or cancelled slip | ${SLIP_DAYS} days`);
  expect(page).toContain(`backups | ${BACKUP_DAYS} days that have backups`);
  expect(page).toContain(`until ${BACKUP_DAYS} later days have backups`);
  expect(page).toContain(`log of the app | ${(LOG_FILES * LOG_FILE_BYTES) / 2 ** 20} MiB`);
});

it('the screen and the manual tell how long backups keep erased texts', () => {
  expect(ptBR.personalData.eraseLead).toContain(`até ${BACKUP_DAYS} dias de uso`);
  expect(en.personalData.eraseLead).toContain(`up to ${BACKUP_DAYS} days of use`);
  expect(read('docs/manual.pt-BR.md')).toContain(`por até ${BACKUP_DAYS} dias de uso`);
});
