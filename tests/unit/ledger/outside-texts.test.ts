import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupNow } from '../../../main/core/ledger/backup/backups.ts';
import { createDiaryLog } from '../../../main/core/ledger/diary-log.ts';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { rebuildProjections } from '../../../main/core/ledger/projections/rebuild.ts';
import { eraseTexts } from '../../../main/core/ledger/texts/erase-texts.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { BY_MACHINE, byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { finalized, givenUp, opened, refundRequested, seen, START } from '../domain/charge/samples.ts';
import {
  createdAs,
  happen,
  idOf,
  ledgerOn,
  openFolder,
  projections,
  temporaryFolder,
} from './setup-ledger.ts';
import { tamper, verify } from './verified-shop.ts';

const NAME = 'Maria Aparecida 8841';
const NOTE = 'entrega na Rua das Acácias';
const WHY = 'devolvido a Maria Aparecida';

const named = (place: number): ChargeEvent =>
  ({ ...createdAs(place), reference: NAME, description: NOTE }) as ChargeEvent;

/** A ledger with one sale that has texts from outside, and one without. Closed: the caller opens it again. */
function shop(): { path: string; folder: string } {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  const ledger = ledgerOn(db);
  happen(ledger, 1, named(1), opened(), seen('approved'), finalized);
  happen(ledger, 1, { ...refundRequested(), reason: WHY } as ChargeEvent);
  happen(ledger, 2, createdAs(2), opened(), givenUp());
  db.close();
  return { path, folder };
}

const inLedger = (folder: string, work: (ledger: Ledger) => void): void => {
  const { db } = openFolder(folder);
  work(ledgerOn(db));
  db.close();
};

describe('a text from outside', () => {
  it('is beside the chain, and readers of events get it', () => {
    const { path } = shop();
    const db = openReadOnly(path);
    const bodies = [...createEventLog(db).raw(0)].map(({ body }) => body).join('\n');
    for (const text of [NAME, NOTE, WHY]) expect(bodies).not.toContain(text);
    expect(createEventLog(db).of(idOf(1))[0]?.body).toMatchObject({ reference: NAME, description: NOTE });
    expect(createDiaryLog(db).before('refund-requested', 99, 1)[0]?.body['reason']).toBe(WHY);
    expect(createEventLog(db).of(idOf(2))[0]?.body).toMatchObject({ reference: null, description: null });
    db.close();
    expect(verify(path)).toMatchObject({ fault: null, texts: { kept: 3, erased: 0, lost: 0 } });
  });

  it('has another digest each time, so that no list of guesses finds it', () => {
    const { folder } = shop();
    inLedger(folder, (ledger) => {
      happen(ledger, 3, named(3), opened(), givenUp());
      happen(ledger, 4, named(4));
      const digests = [...ledger.log.raw(0)]
        .filter(({ type }) => type === 'created')
        .map(({ body }) => (JSON.parse(body) as { reference: unknown }).reference);
      expect(digests).toEqual([
        { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
        null,
        { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
        { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      ]);
      expect(digests[2]).not.toEqual(digests[3]);
    });
  });
});

describe('erasing the texts of a charge', () => {
  it('takes them from every table and from the bytes of the file, and the chain stays', () => {
    const { path, folder } = shop();
    inLedger(folder, (ledger) => {
      const head = ledger.log.head();
      expect(ledger.charges.byId(idOf(1))?.reference).toBe(NAME);
      eraseTexts(ledger, idOf(1), byWindow('marta'));
      expect(ledger.charges.byId(idOf(1))).toMatchObject({ reference: null, description: null });
      expect(
        ledger.log.of(idOf(1)).find(({ type }) => type === 'refund-requested')?.body['reason'],
      ).toBeNull();
      expect(ledger.log.hashOf(head.seq)).toEqual(head.hash);
      expect(ledger.log.since(head.seq, 9)).toMatchObject([
        { type: 'texts-erased', actor: 'marta', subject: null, body: { chargeId: idOf(1) } },
      ]);
    });
    const bytes = readFileSync(path);
    for (const text of [NAME, NOTE, WHY]) expect(bytes.includes(text), text).toBe(false);
    expect(verify(path)).toMatchObject({ fault: null, texts: { kept: 0, erased: 3, lost: 0 } });
  });

  it('hides the texts that a row of an older version has in itself', () => {
    const { path, folder } = shop();
    inLedger(folder, (ledger) => {
      const { type, ...body } = { ...createdAs(7), reference: NAME, description: null };
      const at = epochMs(START);
      ledger.log.append({ at, businessDay: '2026-03-02', ...BY_MACHINE, subject: idOf(7), type, body });
      rebuildProjections(ledger.db, ledger.log.head().seq);
      happen(ledger, 7, opened(), givenUp(), seen('cancelled'));
      expect(ledgerOn(ledger.db).charges.byId(idOf(7))?.reference).toBe(NAME);
      eraseTexts(ledger, idOf(7), byWindow('marta'));
      expect(ledger.log.of(idOf(7))[0]?.body['reference']).toBeNull();
      expect(ledger.charges.byId(idOf(7))?.reference).toBeNull();
      // The chain proves the row with its text. docs/privacy.md says so.
      expect([...ledger.log.raw(0)].some(({ body: stored }) => stored.includes(NAME))).toBe(true);
    });
    expect(verify(path).fault).toBeNull();
  });

  it('is done again when the tables are made again', () => {
    const { folder } = shop();
    inLedger(folder, (ledger) => {
      eraseTexts(ledger, idOf(1), byWindow('marta'));
      const before = projections(ledger.db);
      rebuildProjections(ledger.db, ledger.log.head().seq);
      expect(projections(ledger.db)).toEqual(before);
      expect(ledger.log.of(idOf(1))[0]?.body['reference']).toBeNull();
    });
  });

  it('keeps a reason that was typed later', () => {
    const { path, folder } = shop();
    inLedger(folder, (ledger) => {
      happen(ledger, 3, named(3), opened(), seen('approved'), finalized);
      eraseTexts(ledger, idOf(3), byWindow('marta'));
      happen(ledger, 3, { ...refundRequested(), reason: 'troca' } as ChargeEvent);
      expect(ledger.log.of(idOf(3)).at(-1)?.body['reason']).toBe('troca');
    });
    expect(verify(path)).toMatchObject({ fault: null, texts: { kept: 4, erased: 2 } });
  });
});

describe('a restore', () => {
  it('erases again what was erased after the backup, and finds the texts of later rows', () => {
    const { path, folder } = shop();
    inLedger(folder, (ledger) => {
      backupNow(ledger.db, folder, '2026-03-02T12-00-00-000Z', 'closing');
      eraseTexts(ledger, idOf(1), byWindow('marta'));
      happen(ledger, 3, named(3), opened());
    });
    // The chain can be read to its end, and the file is damaged.
    tamper(path, `UPDATE charge SET version = 99 WHERE id = '${idOf(2)}'`);
    const restored = openFolder(dirname(path));
    expect(restored.restored?.salvaged).toBeGreaterThan(0);
    const ledger = ledgerOn(restored.db);
    expect(ledger.charges.byId(idOf(1))?.reference).toBeNull();
    expect(ledger.charges.byId(idOf(3))?.reference).toBe(NAME);
    restored.db.close();
    expect(verify(path)).toMatchObject({ fault: null, texts: { kept: 2, erased: 3 } });
  });
});

describe('verify-ledger finds', () => {
  it.each([
    [
      'a text that is not the one of its digest',
      "DELETE FROM outside_text WHERE field = 'reference'; INSERT INTO outside_text SELECT 2, 'reference', salt, 'Ana' FROM outside_text WHERE field = 'description'; UPDATE charge SET reference = 'Ana' WHERE reference IS NOT NULL",
      /differs/,
    ],
    [
      'a text that is gone without a row that erased it',
      "DELETE FROM outside_text WHERE field = 'reference'; UPDATE charge SET reference = NULL",
      /missing/,
    ],
    [
      'a charge that is said to be erased by no row',
      `INSERT INTO texts_erased VALUES ('${idOf(1)}', 99); DELETE FROM outside_text; UPDATE charge SET reference = NULL, description = NULL`,
      /missing|erased by no row/,
    ],
    ['a text of no row', "INSERT INTO outside_text VALUES (1, 'reference', zeroblob(16), 'x')", /of no row/],
  ])('%s', (_what, sql, detail) => {
    const { path } = shop();
    tamper(path, sql);
    expect(verify(path).fault).toMatchObject({
      code: 'text',
      detail: expect.stringMatching(detail) as string,
    });
  });

  it('a text that is there again after it was erased', () => {
    const { path, folder } = shop();
    inLedger(folder, (ledger) => eraseTexts(ledger, idOf(1), byWindow('marta')));
    tamper(path, `INSERT INTO outside_text VALUES (2, 'reference', zeroblob(16), '${NAME}')`);
    expect(verify(path).fault).toMatchObject({
      code: 'text',
      seq: 2,
      detail: expect.stringMatching(/differs|not erased/) as string,
    });
  });

  it('an erased charge whose texts are shown again', () => {
    const { path, folder } = shop();
    inLedger(folder, (ledger) => eraseTexts(ledger, idOf(1), byWindow('marta')));
    tamper(path, 'DELETE FROM texts_erased');
    expect(verify(path).fault).toMatchObject({ code: 'text', detail: 'still shown' });
  });
});
