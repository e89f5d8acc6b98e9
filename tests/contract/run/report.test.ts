import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand, type CommandResult } from '../../../build/run/run-command.ts';
import { startHeadless } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { readCsv } from '../../support/reports/read-csv.ts';
import { seedSales } from '../../support/reports/sales-ledger.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const CHARGES = 3_000;
const data = temporaryFolder();
beforeAll(() => seedSales(data.path, CHARGES), 40_000);
afterAll(() => data.remove());

const PERIOD = ['--from', '2026-01-01', '--to', '2026-12-31'];

function report(...args: readonly string[]): Promise<CommandResult> {
  return runCommand(process.execPath, ['build/run/report.ts', ...args], { cwd: repoRoot });
}

const ofData = (out: string, ...more: readonly string[]): Promise<CommandResult> =>
  report('--data-dir', data.path, ...PERIOD, '--out', out, ...more);

/** Makes a folder take no writing; gives what opens it again. Root writes wherever the file system lets anybody. */
async function close(folder: string): Promise<(() => Promise<unknown>) | null> {
  const inner = join(folder, 'training');
  if (process.getuid?.() !== 0) {
    chmodSync(inner, 0o555);
    return () => Promise.resolve(chmodSync(inner, 0o755));
  }
  const open = () => runCommand('umount', [folder]);
  if ((await runCommand('mount', ['--bind', folder, folder])).code !== 0) return null;
  if ((await runCommand('mount', ['-o', 'remount,bind,ro', folder])).code === 0) return open;
  await open();
  return null;
}

describe('npm run report', () => {
  it('writes the days asked for, both of them whole', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'vendas.csv');
    const days = ['--from', '2026-11-18', '--to', '2026-11-19', '--out', out];
    const done = await report('--data-dir', data.path, ...days);
    expect([done.code, done.stderr]).toEqual([0, '']);
    const [, ...rows] = readCsv(readFileSync(out, 'utf8'));
    expect(new Set(rows.map(([day]) => day))).toEqual(new Set(['18/11/2026', '19/11/2026']));
    expect(JSON.parse(done.stdout)).toMatchObject({ file: out, rows: rows.length, mode: 'training' });
    folder.remove();
  });

  it('reads a ledger that a till has open, and leaves the till alone', async () => {
    const till = await startHeadless('--data-dir', data.path);
    const folder = temporaryFolder();
    const done = await ofData(join(folder.path, 'vendas.xlsx'));
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect(JSON.parse(done.stdout)).toMatchObject({ rows: CHARGES });
    expect((await till.get('/v1/status')).status).toBe(200);
    await till.kill('SIGTERM');
    folder.remove();
  });

  it('finds paths from where the person stands, and not from npm’s own folder', async () => {
    const folder = temporaryFolder();
    const env = { ...process.env, npm_lifecycle_event: 'report', INIT_CWD: folder.path };
    const args = ['build/run/report.ts', '--data-dir', data.path, ...PERIOD, '--out', 'a.csv'];
    expect((await runCommand(process.execPath, args, { cwd: repoRoot, env })).code).toBe(0);
    expect(readdirSync(folder.path)).toEqual(['a.csv']);
    folder.remove();
  });

  it.skipIf(isWindows)(
    `says what to do about a folder that takes no writing${notOnWindows('modes')}`,
    async (context) => {
      const [till, folder] = [temporaryFolder(), temporaryFolder()];
      await seedSales(till.path, 10);
      const open = await close(till.path);
      if (open === null) context.skip('this machine lets nobody close a folder');
      else {
        const out = join(folder.path, 'a.csv');
        const done = await report('--data-dir', till.path, ...PERIOD, '--out', out);
        await open();
        expect([done.code, readdirSync(folder.path)]).toEqual([1, []]);
        expect(done.stderr).toContain('Copie a pasta e leia a cópia.');
      }
      for (const { remove } of [till, folder]) remove();
    },
  );

  it('replaces nothing unless told to', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'vendas.csv');
    writeFileSync(out, 'mine');
    const refused = await ofData(out);
    expect([refused.code, readFileSync(out, 'utf8')]).toEqual([1, 'mine']);
    expect(refused.stderr).toContain('já existe. Use --replace');
    expect((await ofData(out, '--replace')).code).toBe(0);
    expect(readCsv(readFileSync(out, 'utf8')).length).toBe(CHARGES + 1);
    folder.remove();
  });

  it.each([
    ['Falta --data-dir', []],
    ['Falta --from', ['--data-dir', '/tmp']],
    ['Falta --to', ['--data-dir', '/tmp', '--from', '2026-01-01']],
    ['Falta --out', ['--data-dir', '/tmp', ...PERIOD]],
    [
      'um dia que existe',
      ['--data-dir', '/tmp', '--from', '2026-02-30', '--to', '2026-03-01', '--out', 'a.csv'],
    ],
    ['um dia que existe', ['--data-dir', '/tmp', '--from', '2026-02-01', '--to', 'amanhã', '--out', 'a.csv']],
    ['vem antes', ['--data-dir', '/tmp', '--from', '2026-02-02', '--to', '2026-02-01', '--out', 'a.csv']],
    ['terminar em .xlsx ou .csv', ['--data-dir', '/tmp', ...PERIOD, '--out', 'a.pdf']],
    ['Argumento desconhecido: --until\n', ['--until', '2026-01-01']],
    ['Argumento desconhecido: sobra\n', ['sobra']],
    ['Argumento incompleto: --from\n', ['--from']],
  ])('says “%s” and how it is used', async (words, args) => {
    const bad = await report(...args);
    expect([bad.code, bad.stdout]).toEqual([2, '']);
    expect(bad.stderr).toContain(words);
    expect(bad.stderr).toContain('Uso: npm run report');
  });

  it('says why no report was written', async () => {
    const folder = temporaryFolder();
    const nothing = await report('--data-dir', folder.path, ...PERIOD, '--out', join(folder.path, 'a.csv'));
    expect([nothing.code, nothing.stderr]).toEqual([1, `Não há vendas de um Balcão em ${folder.path}.\n`]);
    const nowhere = await ofData(join(folder.path, 'no-such-folder', 'a.csv'));
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toContain('não pode ser gravado');
    mkdirSync(join(folder.path, 'b.csv'));
    const onFolder = await ofData(join(folder.path, 'b.csv'));
    expect([onFolder.code, onFolder.stderr]).toEqual([
      1,
      `${join(folder.path, 'b.csv')} é uma pasta. Dê também o nome do arquivo.\n`,
    ]);
    expect((await report('--help')).stdout).toContain('Uso: npm run report');
    folder.remove();
  });
});

describe('a report that does not come to its end', () => {
  /** Starts one, and does something to it as soon as its partial file is there. */
  async function interrupted(out: string, signal: NodeJS.Signals): Promise<number | null> {
    const folder = join(out, '..');
    const watcher = watch(folder);
    const args = ['build/run/report.ts', '--data-dir', data.path, ...PERIOD, '--out', out];
    const child = spawn(process.execPath, args, { cwd: repoRoot, stdio: 'ignore' });
    watcher.once('change', () => child.kill(signal));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    watcher.close();
    return code;
  }

  it.skipIf(isWindows)(`interrupted, leaves nothing${notOnWindows('signals')}`, async () => {
    const folder = temporaryFolder();
    expect(await interrupted(join(folder.path, 'a.xlsx'), 'SIGINT')).toBe(130);
    expect(readdirSync(folder.path)).toEqual([]);
    folder.remove();
  });

  it('killed, leaves no report, and the next one clears away what is left', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'a.xlsx');
    expect(await interrupted(out, 'SIGKILL')).toBe(null);
    expect(existsSync(out)).toBe(false);
    expect((await ofData(join(folder.path, 'b.csv'))).code).toBe(0);
    expect(readdirSync(folder.path)).toEqual(['b.csv']);
    folder.remove();
  });

  it.skipIf(isWindows)(
    `on a disk that takes no more, leaves what was there, and says so${notOnWindows('shell')}`,
    async () => {
      const folder = temporaryFolder();
      const out = join(folder.path, 'a.csv');
      writeFileSync(out, 'mine');
      // A limit on the size of a file gives the error that a full disk gives, less its name.
      const script = `trap '' XFSZ; ulimit -f 64; exec "$@"`;
      const command = [process.execPath, 'build/run/report.ts', '--data-dir', data.path, ...PERIOD];
      const shell = ['-c', script, 'sh', ...command, '--out', out, '--replace'];
      const full = await runCommand('sh', shell, { cwd: repoRoot });
      expect(full.code).toBe(1);
      expect(full.stderr).toBe(`${out} não coube no disco. Nada foi gravado.\n`);
      expect([readdirSync(folder.path), readFileSync(out, 'utf8')]).toEqual([['a.csv'], 'mine']);
      folder.remove();
    },
  );
});
