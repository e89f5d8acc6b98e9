import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 160', () => {
  it('keeps the people with their PINs and failures, all of them at work', () => {
    const { db, goOn } = before(160);
    db.exec(
      "INSERT INTO operator (id, name, role, pin_hash, created_at_ms, failures) VALUES ('m', 'Marta', 'manager', 'h', 1, 4)",
    );
    goOn();
    expect(schemaVersion(db)).toBe(160);
    expect(db.prepare('SELECT name, role, pin_hash, failures, active FROM operator').all()).toEqual([
      { name: 'Marta', role: 'manager', pin_hash: 'h', failures: 4, active: 1 },
    ]);
    expect(db.prepare('SELECT failures FROM unnamed_pin_tries').pluck().all()).toEqual([0]);
  });
});
