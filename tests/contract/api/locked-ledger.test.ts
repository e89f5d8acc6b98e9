import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { findDamage } from '../../../main/core/ledger/upkeep/integrity.ts';
import { startHeadless, type Headless } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

/** Holds the ledger for itself until its standard input ends, as a virus scanner or a backup program may. */
const HOLDER = `
  const db = new (require('better-sqlite3'))(process.argv[1]);
  db.exec('BEGIN EXCLUSIVE');
  console.log('held');
  process.stdin.resume().on('end', () => db.exec('ROLLBACK'));
`;

async function hold(file: string): Promise<{ release(): Promise<void> }> {
  const holder = spawn(process.execPath, ['-e', HOLDER, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return {
    async release() {
      const ended = once(holder, 'exit');
      holder.stdin.end();
      await ended;
    },
  };
}

describe('another program holds the ledger', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'training', 'ledger.db');
  afterAll(() => folder.remove());

  const untilStatus = async (till: Headless, id: string, status: string): Promise<void> => {
    const events = await till.events('0');
    await events.find(({ data }) => {
      const charge = data['charge'] as { id?: string; status?: string } | null;
      return charge?.id === id && charge.status === status;
    });
    events.close();
  };

  it('answers that it could not be written, charges nobody twice, and goes on when it is free', async () => {
    const till = await startHeadless('--data-dir', folder.path, '--api-port', '0');
    const shift = await till.post('/v1/shift/open', { operator: 'Ana', pin: '1234' });
    expect(shift.status).toBeLessThan(300);
    const first = await till.post('/v1/charges', { requestId: 'before-the-scan', amount: 1000 });
    expect(first.status).toBe(201);
    await untilStatus(till, String(first.json['id']), 'pending');

    const scanner = await hold(file);
    const cancel = `/v1/charges/${String(first.json['id'])}/cancel`;
    const refused = await till.post(cancel, {});
    expect([refused.status, refused.json['code']]).toEqual([503, 'storage_failed']);
    expect(refused.json['detail']).toContain('feche outros programas');
    // Reading goes on, and nothing is said that is not on disk.
    const still = await till.get(`/v1/charges/${String(first.json['id'])}`);
    expect(still.json['status']).toBe('pending');
    await scanner.release();

    expect((await till.post(cancel, {})).status).toBeLessThan(300);
    await untilStatus(till, String(first.json['id']), 'cancelled');
    const second = await till.post('/v1/charges', { requestId: 'after-the-scan', amount: 2000 });
    expect(second.status).toBe(201);
    await untilStatus(till, String(second.json['id']), 'pending');

    expect((await till.kill('SIGKILL')).signal).toBe('SIGKILL');
    const db = openReadOnly(file);
    expect(findDamage(db)).toBeNull();
    db.close();
  });
});
