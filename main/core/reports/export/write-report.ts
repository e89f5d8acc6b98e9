import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import { countLines, readLines } from '../../search/charge-lines.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';
import { openReadOnly } from '../../ledger/open-database.ts';
import { csvHeader, csvLine } from './csv.ts';
import { factsOf } from './facts.ts';
import { atOnce, type Pace } from './pace.ts';
import type { ExportEnd, ExportOrder, ExportStep } from './order.ts';
import { createSaleReader, type Sale } from './sale.ts';
import { readShop, type Shop } from './shop.ts';
import { fileFailure, openWholeFile } from './whole-file.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

/** Rows between two words about the progress. */
const SAY_EVERY = 10_000;
/** A piece of the CSV, characters. */
const PIECE = 128 * 1024;

type Tell = (step: ExportStep) => void;

/** How a writer gets on: where its bytes go, who goes first, and whether anybody still wants them. */
interface Way {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/**
 * Writes one report from one moment of the ledger. It neither throws nor leaves anything half written: whatever goes wrong,
 * `signal` included, what stood at the target before stands there still.
 */
export async function writeReport(
  order: ExportOrder,
  now: EpochMs,
  tell: Tell,
  signal: AbortSignal,
  pace: Pace = atOnce,
): Promise<ExportEnd> {
  try {
    const file = await openWholeFile(order.target, order.partial, order.replace);
    try {
      const rows = await readAndWrite(order, now, tell, { signal, pace, write: file.write });
      signal.throwIfAborted();
      await file.finish();
      return { kind: 'done', rows };
    } catch (error) {
      await file.discard();
      throw error;
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'failed', failure: fileFailure(error), detail };
  }
}

async function readAndWrite(order: ExportOrder, now: EpochMs, tell: Tell, way: Way): Promise<number> {
  const db = openReadOnly(order.ledger);
  try {
    // One moment of the ledger for everything: the count, the rows and the names.
    db.exec('BEGIN');
    const total = await count(db, order.filter, tell, way);
    const shop = readShop(db);
    let rows = 0;
    const sales = eachSale(db, order.filter, shop, () => {
      rows += 1;
      if (rows % SAY_EVERY === 0) tell({ state: 'writing', rows, total });
    });
    tell({ state: 'writing', rows, total });
    if (order.format === 'csv') await writeCsv(sales, way);
    else await writeXlsx({ sales, facts: factsOf(shop, order.filter, now), ...way });
    tell({ state: 'finishing', rows, total });
    return rows;
  } finally {
    db.close();
  }
}

async function count(db: Database, filter: ChargeFilter, tell: Tell, { signal, pace }: Way): Promise<number> {
  tell({ state: 'counting', rows: 0, total: null });
  let total = 0;
  for (const some of countLines(db, filter)) {
    total += some;
    await turn();
    pace();
    signal.throwIfAborted();
  }
  return total;
}

/** The sales, and null after each stride: where few charges match, that is the moment to look whether anybody wants it still. */
function* eachSale(db: Database, filter: ChargeFilter, shop: Shop, each: () => void): Generator<Sale | null> {
  const toSale = createSaleReader(shop);
  for (const lines of readLines(db, filter)) {
    for (const line of lines) {
      each();
      yield toSale(line);
    }
    yield null;
  }
}

async function writeCsv(sales: Iterable<Sale | null>, { write, signal, pace }: Way): Promise<void> {
  let text = csvHeader();
  for (const sale of sales) {
    if (sale !== null) text += csvLine(sale);
    if (sale !== null && text.length < PIECE) continue;
    await turn();
    await write(Buffer.from(text));
    pace();
    signal.throwIfAborted();
    text = '';
  }
}

/** Lets a message that asks to stop come in. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
