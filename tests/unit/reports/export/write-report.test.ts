import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIdentity } from '../../../../main/core/ledger/identity.ts';
import type { ChargeFilter } from '../../../../main/core/search/charge-filter.ts';
import type { ExportEnd, ExportOrder, ExportStep } from '../../../../main/core/reports/export/order.ts';
import { partialPath } from '../../../../main/core/reports/export/whole-file.ts';
import { writeReport } from '../../../../main/core/reports/export/write-report.ts';
import { DAY, epochMs } from '../../../../shared/kernel/time.ts';
import { readCsv } from '../../../support/reports/read-csv.ts';
import { readXlsx } from '../../../support/reports/read-xlsx.ts';
import { SEEDED_UNTIL, seedSales } from '../../../support/reports/sales-ledger.ts';
import { temporaryFolder } from '../../ledger/setup-ledger.ts';

const CHARGES = 5_000;
const dataDir = mkdtempSync(join(tmpdir(), 'balcao-report-'));
let ledger: string;
let db: Database.Database;

beforeAll(async () => {
  ledger = await seedSales(dataDir, CHARGES);
  db = new Database(ledger, { readonly: true });
});
afterAll(() => {
  db.close();
  rmSync(dataDir, { recursive: true });
});

const at = (day: number): number => SEEDED_UNTIL - day * DAY;

function write(
  target: string,
  change: Partial<ExportOrder> = {},
  tell: (step: ExportStep) => void = () => undefined,
  signal = new AbortController().signal,
): Promise<ExportEnd> {
  const partial = partialPath(target, '1');
  const usual: ExportOrder = { ledger, filter: {}, format: 'csv', target, partial, replace: false };
  return writeReport({ ...usual, ...change }, epochMs(SEEDED_UNTIL), tell, signal);
}

/** The figures of the charges that SQL selects. */
function expected(where: string) {
  return db
    .prepare<[], { count: number; amount: number; paid: number; refunded: number }>(
      `SELECT count(*) AS count, coalesce(sum(amount_centavos), 0) AS amount,
       coalesce(sum(paid_centavos), 0) AS paid, coalesce(sum(refunded_centavos), 0) AS refunded
       FROM charge WHERE ${where}`,
    )
    .get();
}

function sumsOfCsv(file: string) {
  const [, ...rows] = readCsv(readFileSync(file, 'utf8'));
  const sum = (place: number): number =>
    rows.reduce((before, row) => before + Math.round(Number(row[place]?.replace(',', '.')) * 100), 0);
  return { count: rows.length, amount: sum(7), paid: sum(8), refunded: sum(9) };
}

/** Filters beside the same as plain SQL. */
const FILTERS: readonly [string, ChargeFilter, string][] = [
  ['everything', {}, '1 = 1'],
  [
    'a period',
    { from: epochMs(at(9)), to: epochMs(at(2)) },
    `created_at_ms >= ${at(9)} AND created_at_ms < ${at(2)}`,
  ],
  ['a day', { fromDay: '2026-11-19', toDay: '2026-11-19' }, `business_day = '2026-11-19'`],
  ['two states', { panels: ['estorno', 'estorno-parcial'] }, `panel LIKE 'estorno%'`],
  ['rare states', { statuses: ['failed', 'queued'] }, `status IN ('failed', 'queued')`],
  [
    'a range of amounts in a period',
    { min: 1_000, max: 2_000, from: epochMs(at(12)) },
    `amount_centavos BETWEEN 1000 AND 2000 AND created_at_ms >= ${at(12)}`,
  ],
  ['nothing at all', { wallets: ['nobody-has-this'] }, '1 = 0'],
];

describe('a report', () => {
  it.each(FILTERS)('of %s says what the ledger says, as CSV', async (_, filter, where) => {
    const target = join(temporaryFolder(), 'a.csv');
    const end = await write(target, { filter });
    expect(end).toEqual({ kind: 'done', rows: expected(where)?.count });
    expect(sumsOfCsv(target)).toEqual(expected(where));
  });

  it.each(FILTERS)('of %s says what the ledger says, as a workbook', async (_, filter, where) => {
    const target = join(temporaryFolder(), 'a.xlsx');
    expect((await write(target, { filter, format: 'xlsx' })).kind).toBe('done');
    const [summary, days, sales] = readXlsx(target).sheets;
    const wanted = expected(where);
    const cents = (value: number | null | undefined): number => Math.round((value ?? 0) * 100);
    const total = summary?.rows.find(([first]) => first?.text === 'Total' && first.style === 0) ?? [];
    expect(total[1]?.number).toBe(wanted?.count);
    const { amount = 0, paid = 0, refunded = 0 } = wanted ?? {};
    expect(total.slice(3).map(({ number }) => cents(number))).toEqual([
      amount,
      paid,
      refunded,
      paid - refunded,
    ]);
    const sum = (letter: string, sheet = sales): number =>
      [...(sheet?.cells ?? [])].reduce(
        (before, [place, { number }]) =>
          place.startsWith(letter) && number !== null ? before + cents(number) : before,
        0,
      );
    expect([sum('H'), sum('I'), sum('J')]).toEqual([amount, paid, refunded]);
    expect([sum('D', days), sum('E', days)]).toEqual([amount, paid]);
  });

  it('names till and store by their ids in each row', async () => {
    const target = join(temporaryFolder(), 'a.csv');
    await write(target, { filter: { fromDay: '2026-11-19', toDay: '2026-11-19' } });
    const [header = [], ...rows] = readCsv(readFileSync(target, 'utf8'));
    const { tillId, storeId } = readIdentity(db) ?? {};
    expect(tillId).toMatch(/^[0-9A-Z]{26}$/);
    const places = [header.indexOf('Id do caixa'), header.indexOf('Id da loja')];
    const ids = new Set(rows.map((row) => places.map((place) => row[place]).join(' ')));
    expect([...ids]).toEqual([`${tillId} ${storeId}`]);
  });

  it('is sorted by time, and knows how far it is', async () => {
    const target = join(temporaryFolder(), 'a.csv');
    const steps: ExportStep[] = [];
    await write(target, {}, (step) => steps.push(step));
    expect(steps[0]).toEqual({ state: 'counting', rows: 0, total: null });
    expect(steps.at(-1)).toEqual({ state: 'finishing', rows: CHARGES, total: CHARGES });
    const [, ...rows] = readCsv(readFileSync(target, 'utf8'));
    const moments = rows.map(([day = '', time]) => `${day.split('/').toReversed().join('')} ${time}`);
    expect(moments).toEqual(moments.toSorted());
  });
});

describe('whole or not at all', () => {
  it('replaces nothing unless told to, and then in one step', async () => {
    const target = join(temporaryFolder(), 'a.csv');
    writeFileSync(target, 'mine');
    expect(await write(target)).toMatchObject({ kind: 'failed', failure: 'exists' });
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect((await write(target, { replace: true })).kind).toBe('done');
    expect(sumsOfCsv(target).count).toBe(CHARGES);
    expect(readdirSync(join(target, '..'))).toEqual(['a.csv']);
  });

  it.each(['csv', 'xlsx'] as const)('a %s given up in the middle leaves nothing', async (format) => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const giveUp = ({ state }: ExportStep): void => void (state === 'writing' && stop.abort());
    const end = await write(join(folder, `a.${format}`), { format }, giveUp, stop.signal);
    expect(end).toEqual({ kind: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['csv', 'xlsx'] as const)('a %s hears of it while nothing matches too', async (format) => {
    const stop = new AbortController();
    const states: string[] = [];
    const giveUp = ({ state }: ExportStep): void => {
      states.push(state);
      if (state === 'writing') setImmediate(() => stop.abort());
    };
    const none = { format, filter: { wallets: ['nobody-has-this'] } };
    const end = await write(join(temporaryFolder(), `a.${format}`), none, giveUp, stop.signal);
    expect([end, states]).toEqual([{ kind: 'cancelled' }, ['counting', 'writing']]);
  });

  it('a report that cannot be written leaves what was there', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'a.csv');
    writeFileSync(target, 'mine');
    const end = await write(target, { ledger: join(folder, 'no.db'), replace: true });
    expect(end).toMatchObject({ kind: 'failed', failure: 'internal' });
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });
});
