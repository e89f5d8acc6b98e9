import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

describe('backups of a till at work', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let handlers: Handlers;

  beforeAll(async () => {
    app = await startTestCore(folder.path);
    handlers = createHandlers(app.core);
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  const list = async () => {
    const reply = await handlers['backup/list']({});
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value.items;
  };
  const restore = (name: string, pin = '4321') =>
    handlers['backup/restore']({ name, pin, reason: 'o disco foi trocado' });

  it('are the manager’s alone', async () => {
    const refused = { ok: false, error: { code: 'manager-needed' } };
    expect(await handlers['backup/list']({})).toMatchObject(refused);
    expect(await handlers['backup/now']({})).toMatchObject(refused);
    expect(await restore('any')).toMatchObject(refused);
  });

  it('one is made when it is asked for, and says how far it is behind', async () => {
    await handlers['manager/enter']({ pin: '4321' });
    const { seq } = app.till().ledger.log.head();
    const made = await handlers['backup/now']({});
    expect(made).toMatchObject({ ok: true, value: { events: seq, behind: 0, verified: true } });
    const { id } = app.place(1800);
    await app.charge(id, ({ status }) => status === 'pending');
    await handlers['charge/cancel']({ id });
    await app.charge(id, ({ status }) => status === 'cancelled');
    expect(await list()).toMatchObject([{ events: seq, behind: app.till().ledger.log.head().seq - seq }]);
  });

  it('one is put in the ledger’s place, with all that came after it, and the till goes on', async () => {
    const [backup] = await list();
    const { name, behind } = backup!;
    const head = app.till().ledger.log.head();
    expect(await restore(name, '9999')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await restore('no.db')).toMatchObject({ error: { code: 'not-found' } });
    const before = app.till();
    const restored = await restore(name);
    // The wrong PIN is an event too.
    expect(restored).toMatchObject({ ok: true, value: { salvaged: behind + 1, lost: 0 } });
    expect(app.till()).not.toBe(before);
    expect(app.till().ledger.log.hashOf(head.seq)).toEqual(head.hash);
    const setAside = restored.ok ? restored.value.setAside : '';
    expect(existsSync(join(folder.path, 'training', setAside))).toBe(true);
    const diary = await handlers['diary/list']({ cursor: null, limit: 1 });
    expect(diary.ok && diary.value.items).toMatchObject([
      {
        kind: 'ledger-restored',
        actorName: 'Marta',
        detail: { backup: name, reason: 'o disco foi trocado', lost: 0, setAside },
      },
    ]);
    expect(app.till().shifts.open()).not.toBeNull();
    const placed = app.till().ledger.charges.newest();
    expect(placed).toMatchObject({ amount: 1800, status: 'cancelled' });
  });

  it('one of another till is refused, and the present ledger stays', async () => {
    const other = temporaryFolder();
    const stranger = await startTestCore(other.path);
    const file = await stranger.till().backUp('manual');
    await stranger.stop();
    const foreign = 'ledger-000000000900-2026-03-02T12-00-00-000Z-manual.db';
    copyFileSync(file ?? '', join(folder.path, 'training', 'backups', foreign));
    const { seq } = app.till().ledger.log.head();
    const refused = await restore(foreign);
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'would-lose',
        message: 'would-lose',
        details: { events: seq, firstSeq: 1, lastSeq: seq },
      },
    });
    expect(app.till().ledger.log.head().seq).toBe(seq);
    other.remove();
  });

  it('the same from a terminal, while the till is closed', async () => {
    const run = (...args: string[]) =>
      runCommand(process.execPath, ['build/run/restore-backup.ts', ...args], { cwd: repoRoot });
    const of = ['--data-dir', folder.path, '--mode', 'training'];
    const [, backup] = (await list()).map(({ name }) => name);
    expect((await run(...of, '--backup', backup ?? '')).code).toBe(2);
    await app.stop();
    expect((await run(...of)).stdout).toContain(`${backup}\t`);
    const foreign = await run(...of, '--backup', 'ledger-000000000900-2026-03-02T12-00-00-000Z-manual.db');
    expect([foreign.code, foreign.stdout]).toEqual([1, '']);
    expect(foreign.stderr).toContain('Nada foi alterado');
    const restored = await run(...of, '--backup', backup ?? '');
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect(JSON.parse(restored.stdout)).toMatchObject({ lost: 0 });
    // What is not of this ledger is offered no more.
    expect((await run(...of)).stdout).not.toContain('ledger-000000000900-');
    expect((await run()).stderr).toContain('Uso: npm run restore');
    app = await startTestCore(folder.path);
    const told = app
      .till()
      .ledger.log.since(0, 1000)
      .filter(({ type }) => type === 'ledger-restored');
    expect(told.map(({ actor, via, body }) => [actor, via, body['backup']])).toEqual([
      [expect.any(String), { channel: 'window' }, expect.any(String)],
      ['npm run restore', { channel: 'command-line' }, backup],
    ]);
  });
});
