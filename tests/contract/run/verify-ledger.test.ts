import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { startTestCore, temporaryFolder } from '../../support/core/start-test-core.ts';

it(
  'npm run verify-ledger tells whole from damaged, also while the till runs',
  { timeout: 40_000 },
  async () => {
    const folder = temporaryFolder();
    const verify = (...args: string[]) =>
      runCommand(process.execPath, ['build/run/verify-ledger.ts', ...args], { cwd: repoRoot });
    const app = await startTestCore(folder.path);
    const { id } = app.place(1250);
    await app.charge(id, ({ status }) => status === 'pending');
    const whole = await verify('--data-dir', folder.path);
    expect(whole.stdout).toMatch(
      /^training: confere\. \d+ linhas, 1 cobranças, 0 fechamentos, [0-9a-f]{64}\n$/,
    );
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    await app.stop();

    const db = new Database(join(folder.path, 'training', 'ledger.db'));
    db.exec("DROP TRIGGER ledger_event_no_update; UPDATE ledger_event SET actor = 'eu' WHERE seq = 2");
    db.close();
    const damaged = await verify('--data-dir', folder.path);
    expect(damaged.code).toBe(1);
    expect(damaged.stdout).toMatch(/^training: ERRO\. linha 2: .*\[hash\]/);

    const empty = join(folder.path, 'empty');
    mkdirSync(empty);
    for (const bad of [[], ['--data-dir', empty], ['--unheard-of']]) {
      const refused = await verify(...bad);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('Uso: npm run verify-ledger');
    }
    folder.remove();
  },
);
