import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 30', () => {
  it('leaves settings as they were, and nothing to print', () => {
    const { db, goOn } = before(30);
    db.exec(`INSERT INTO setting (key, value) VALUES ('shopName', '"Padaria"')`);
    const settings = () => db.prepare('SELECT key, value FROM setting').all();
    const old = settings();
    goOn();
    expect(schemaVersion(db)).toBe(30);
    expect(settings()).toEqual(old);
    expect(db.prepare('SELECT count(*) AS jobs FROM print_job').get()).toEqual({ jobs: 0 });
    const columns = 'id, document, request, bytes, profile, target, state, created_at_ms';
    const put = (state: string) =>
      db.exec(
        `INSERT INTO print_job (${columns}) VALUES ('${state}', 'test', '{}', x'1b40', 'epson', '{}', '${state}', 1)`,
      );
    put('queued');
    expect(() => put('printed')).toThrow(/CHECK/);
  });
});
