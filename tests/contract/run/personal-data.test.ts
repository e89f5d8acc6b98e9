import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand, type CommandResult } from '../../../build/run/run-command.ts';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { seedSales } from '../../support/reports/sales-ledger.ts';
import { expectMode } from '../../support/windows/not-on-windows.ts';

const data = temporaryFolder();
beforeAll(() => seedSales(data.path, 200), 40_000);
afterAll(() => data.remove());

const run = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(process.execPath, ['build/run/personal-data.ts', ...args], { cwd: repoRoot });
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe('npm run personal-data', () => {
  const db = () => openReadOnly(join(data.path, 'training', 'ledger.db'));
  const someCharge = () => {
    const open = db();
    const id = open
      .prepare<[], string>('SELECT id FROM charge WHERE reference IS NOT NULL LIMIT 1')
      .pluck()
      .get();
    const charge = createChargeRepo(open).byId(id ?? '');
    open.close();
    if (charge === null) throw new Error('no charge has a reference');
    return charge;
  };

  it('writes one charge, or all with a reference, for the owner of the file alone', async () => {
    const { id, reference } = someCharge();
    for (const [name, wanted] of [
      ['charge.json', ['--charge', id]],
      ['reference.json', ['--reference', reference ?? '']],
    ] as const) {
      const out = join(data.path, name);
      const done = await run('--data-dir', data.path, ...wanted, '--out', out);
      expect([done.code, done.stderr]).toEqual([0, '']);
      expect(JSON.parse(done.stdout)).toEqual({ file: out, found: 1 });
      expect(read(out)).toMatchObject({ format: 'balcao-data', charges: [{ id, reference }] });
      expectMode(out, 0o600);
    }
  });

  it('writes what a person of the till did', async () => {
    const out = join(data.path, 'ana.json');
    const done = await run('--data-dir', data.path, '--person', 'Ana', '--out', out);
    expect([done.code, done.stderr]).toEqual([0, '']);
    const { person, events } = read(out) as { person: object; events: readonly { type: string }[] };
    expect(person).toMatchObject({ name: 'Ana', role: 'operator', active: true });
    expect(new Set(events.map(({ type }) => type))).toContain('operator-added');
    expect(events.some(({ type }) => type === 'shift-opened')).toBe(true);
    expect(readFileSync(out, 'utf8')).not.toContain('scrypt');
  });

  it('writes nothing if nothing is found, and replaces no file', async () => {
    const out = join(data.path, 'none.json');
    const none = await run('--data-dir', data.path, '--reference', 'nobody', '--out', out);
    expect([none.code, none.stdout]).toEqual([1, '']);
    expect(existsSync(out)).toBe(false);
    const { id } = someCharge();
    const taken = await run('--data-dir', data.path, '--charge', id, '--out', join(data.path, 'charge.json'));
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain('exists');
  });

  it.each([
    [[], '--data-dir'],
    [['--data-dir', 'x', '--out', 'y.json'], '--charge, --reference ou --person'],
    [['--data-dir', 'x', '--charge', 'a', '--person', 'b', '--out', 'y.json'], 'Dê um de'],
    [['--data-dir', 'x', '--charge', 'a', '--out', 'y.txt'], '.json'],
  ] as const)('refuses %j', async (args, said) => {
    const done = await run(...args);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain(said);
  });
});
