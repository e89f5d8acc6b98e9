import { expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

it('migration 130 changes no table: charges are folded again (fold-again.test.ts)', () => {
  const { db, goOn } = before(130);
  const schema = db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck();
  const tables = schema.all();
  goOn();
  expect(schemaVersion(db)).toBe(130);
  expect(schema.all()).toEqual(tables);
});
