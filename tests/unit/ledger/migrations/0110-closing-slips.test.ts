import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 110', () => {
  it('leaves print jobs as they were, and finds originals and copies of a closing by its hash', () => {
    const { db, goOn } = before(110);
    const put =
      db.prepare(`INSERT INTO print_job (id, document, charge_id, request, bytes, profile, target, state,
        created_at_ms) VALUES (?, ?, ?, ?, x'1b40', 'epson', '{}', 'delivered', 1)`);
    const closing = (hash: string) => ({ document: 'closing', shift: { head: { seq: 1, hash } } });
    const receipt = { document: 'receipt', charge: { id: 'c1' } };
    put.run('j1', 'closing', null, JSON.stringify(closing('aa')));
    put.run('j2', 'closing', null, JSON.stringify({ document: 'copy', of: closing('aa') }));
    put.run('j3', 'closing', null, JSON.stringify(closing('bb')));
    put.run('j4', 'receipt', 'c1', JSON.stringify(receipt));
    put.run('j5', 'drawer', 'c1', 'null');
    const rows = () => db.prepare('SELECT * FROM print_job ORDER BY id').all();
    const old = rows();
    goOn();
    expect(schemaVersion(db)).toBe(110);
    expect(rows()).toEqual(old);
    const ofClosing =
      db.prepare(`SELECT id FROM print_job INDEXED BY print_job_closing WHERE document = 'closing'
      AND coalesce(request ->> '$.shift.head.hash', request ->> '$.of.shift.head.hash') = ? ORDER BY id`);
    expect(ofClosing.pluck().all('aa')).toEqual(['j1', 'j2']);
    expect(ofClosing.pluck().all('bb')).toEqual(['j3']);
  });
});
