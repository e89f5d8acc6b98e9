import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReports } from '../../../main/core/reports/report-thread.ts';
import { FIRST_DAY, LAST_DAY } from '../../../main/core/reports/wanted.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from '../ledger/setup-ledger.ts';

const ALL = {
  kind: 'payments',
  wanted: { fromDay: FIRST_DAY, toDay: LAST_DAY },
  limit: 5,
  from: null,
} as const;

describe('the thread of the reports', () => {
  it('sees what was just written, and answers each with what it asked', async () => {
    const { db, path } = openFolder(temporaryFolder());
    const ledger = ledgerOn(db);
    const reports = createReports(path);
    sell(ledger, 2);
    const [page, choices] = await Promise.all([reports.ask(ALL), reports.ask({ kind: 'choices' })]);
    expect(page.byPanel).toMatchObject([{ panel: 'aprovado', count: 2 }]);
    expect(choices).toMatchObject({ wallets: ['pix'], tills: ['caixa-1', 'caixa-2'] });
    sell(ledger, 1, 3);
    expect((await reports.ask(ALL)).byPanel).toMatchObject([{ count: 3 }]);
    await reports.close();
  });

  it('says why a question has no answer, and answers the next', async () => {
    const { path } = openFolder(temporaryFolder());
    const reports = createReports(path);
    await expect(reports.ask({ kind: 'day', day: 'x', from: 0, to: 0 })).rejects.toThrow(
      /Invalid time value/,
    );
    expect((await reports.ask(ALL)).rows).toEqual([]);
    await reports.close();
  });

  it('of a file that is not there fails whoever asks, and begins again with the next question', async () => {
    const reports = createReports(join(temporaryFolder(), 'none.db'));
    await expect(reports.ask(ALL)).rejects.toThrow(/unable to open|directory/i);
    await expect(reports.ask(ALL)).rejects.toThrow(/unable to open|directory/i);
    await reports.close();
  });

  it('that is closed leaves nobody waiting', async () => {
    const { path } = openFolder(temporaryFolder());
    const reports = createReports(path);
    const [asked] = await Promise.allSettled([reports.ask(ALL), reports.close()]);
    expect(asked).toMatchObject({ status: 'rejected', reason: { message: 'the reports were closed' } });
  });
});
