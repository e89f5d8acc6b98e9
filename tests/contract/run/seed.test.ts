import { expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

it('npm run seed writes a ledger and says what it wrote', async () => {
  const folder = temporaryFolder();
  const seed = (...args: string[]) =>
    runCommand(process.execPath, ['build/run/seed.ts', ...args], { cwd: repoRoot });
  const args = ['--data-dir', folder.path, '--charges', '40', '--seed', 'x', '--until', '2026-11-20'];
  const first = await seed(...args);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(JSON.parse(first.stdout)).toMatchObject({ charges: 40, lastDay: '2026-11-20' });
  const again = await seed(...args);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('já tem cobranças');
  for (const bad of [
    [],
    ['--data-dir', folder.path, '--charges', '0'],
    ['--data-dir', folder.path, '--until', 'x'],
  ])
    expect((await seed(...bad)).stderr).toContain('Uso: npm run seed');
  folder.remove();
});
