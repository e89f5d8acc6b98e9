import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import { countLines, readLines } from '../../search/charge-lines.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';
import { openReadOnly } from '../../ledger/open-database.ts';
import { csvHeader, csvLine } from './csv.ts';
import { factsOf } from './facts.ts';
import { noPause, type Pace } from './pace.ts';
import type { ExportEnd, ExportOrder, ExportStep } from './order.ts';
import { createSaleReader, type Sale } from './sale.ts';
import { readShop, type Shop } from './shop.ts';
import { fileFailure, openWholeFile } from './whole-file.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

/** The progress is reported after so many rows. */
const STEP_ROWS = 10_000;
/** The size of one write of a CSV file, characters. */
const PIECE = 128 * 1024;

/** What a writer reaches the world through: the file, the progress, the pauses and the cancel. */
interface WriterPorts {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly onStep: (step: ExportStep) => void;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/**
 * Writes one report from one snapshot of the ledger. Never rejects. If it fails or `signal` aborts, no partial file remains and a
 * file at the target is not changed.
 */
export async function writeReport(
  order: ExportOrder,
  now: EpochMs,
  onStep: WriterPorts['onStep'],
  signal: AbortSignal,
  pace: Pace = noPause,
): Promise<ExportEnd> {
  try {
    const file = await openWholeFile(order.target, order.partial, order.replace);
    try {
      const rows = await readAndWrite(order, now, { write: file.write, onStep, pace, signal });
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

async function readAndWrite(order: ExportOrder, now: EpochMs, ports: WriterPorts): Promise<number> {
  const { onStep } = ports;
  const db = openReadOnly(order.ledger);
  try {
    // Count, rows and names come from one snapshot.
    db.exec('BEGIN');
    const total = await count(db, order.filter, ports);
    const shop = readShop(db);
    let rows = 0;
    const sales = eachSale(db, order.filter, shop, () => {
      rows += 1;
      if (rows % STEP_ROWS === 0) onStep({ state: 'writing', rows, total });
    });
    onStep({ state: 'writing', rows, total });
    if (order.format === 'csv') await writeCsv(sales, ports);
    else await writeXlsx({ sales, facts: factsOf(shop, order.filter, now), ...ports });
    onStep({ state: 'finishing', rows, total });
    return rows;
  } finally {
    db.close();
  }
}

async function count(db: Database, filter: ChargeFilter, ports: WriterPorts): Promise<number> {
  const { onStep, signal, pace } = ports;
  onStep({ state: 'counting', rows: 0, total: null });
  let total = 0;
  for (const some of countLines(db, filter)) {
    total += some;
    await nextTurn();
    pace();
    signal.throwIfAborted();
  }
  return total;
}

/** Yields the sales, and null after each batch: if few charges match, the writer can stop there. */
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

async function writeCsv(sales: Iterable<Sale | null>, { write, signal, pace }: WriterPorts): Promise<void> {
  let text = csvHeader();
  for (const sale of sales) {
    if (sale !== null) text += csvLine(sale);
    if (sale !== null && text.length < PIECE) continue;
    await nextTurn();
    await write(Buffer.from(text));
    pace();
    signal.throwIfAborted();
    text = '';
  }
}

/** Lets a message arrive that cancels the report. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
