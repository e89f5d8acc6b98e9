import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import { createSearch } from '../../../main/core/search/search-thread.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from '../ledger/setup-ledger.ts';

const ALL = { kind: 'payments', filter: {}, limit: 5, from: null } as const;

describe('the thread of the search', () => {
  it('reads what was just written, and gives each question its own answer', async () => {
    const { db, path } = openFolder(temporaryFolder());
    const ledger = ledgerOn(db);
    const search = createSearch(path);
    sell(ledger, 2);
    const [page, choices] = await Promise.all([search.ask(ALL), search.ask({ kind: 'choices' })]);
    expect(page.byPanel).toMatchObject([{ panel: 'aprovado', count: 2 }]);
    expect(choices).toMatchObject({ wallets: ['pix'], tills: ['caixa-1', 'caixa-2'] });
    sell(ledger, 1, 3);
    expect((await search.ask(ALL)).byPanel).toMatchObject([{ count: 3 }]);
    await search.close();
  });

  it('rejects a question with its error, and answers the next one', async () => {
    const { path } = openFolder(temporaryFolder());
    const search = createSearch(path);
    const impossible = { kind: 'day', day: {} as string, from: 0, to: 0, earlier: [] } as const;
    await expect(search.ask(impossible)).rejects.toThrow(/parameter/i);
    expect((await search.ask(ALL)).rows).toEqual([]);
    await search.close();
  });

  it('tells a damaged file by the code of SQLite', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'ledger.db');
    writeFileSync(path, 'no database'.repeat(1_000));
    const search = createSearch(path);
    const error: unknown = await search.ask(ALL).catch((reason: unknown) => reason);
    expect(storageErrorCode(error)).toBe('damaged');
    await search.close();
  });

  it('rejects each question about a missing file, with the code of SQLite', async () => {
    const search = createSearch(join(temporaryFolder(), 'none.db'));
    for (const _again of [1, 2]) {
      const error: unknown = await search.ask(ALL).catch((reason: unknown) => reason);
      expect(storageErrorCode(error)).toBe('read-only');
    }
    await search.close();
  });

  it('answers the questions that wait when it is closed', async () => {
    const { db, path } = openFolder(temporaryFolder());
    sell(ledgerOn(db), 2);
    const search = createSearch(path);
    const [page] = await Promise.all([search.ask(ALL), search.close()]);
    expect(page.totals.count).toBe(2);
  });
});
