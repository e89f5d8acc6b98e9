import { closeSync, existsSync, fsyncSync, writeSync } from 'node:fs';
import { openFile, readText, renameFile } from '../../../files/file-operations.ts';
import { advance, trainingOrder, type TrainingOrder } from './training-order.ts';

/** The orders of the training gateway, newest last. Each is brought up to date when it is read. */
export interface OrderStore {
  get(orderId: string): TrainingOrder | null;
  find(matches: (order: TrainingOrder) => boolean): readonly TrainingOrder[];
  put(order: TrainingOrder): void;
  close(): void;
}

/** The most orders in the file. Older ones are dropped when the file is opened. */
const KEPT_ORDERS = 2_000;

/**
 * Opens the store in memory, or in a journal with one JSON order a line. The last line of an order counts. A killed process can
 * leave half a line, which is skipped. At each opening the journal is written to a new file, which then replaces it. Throws if
 * the file cannot be read or written.
 */
export function openOrderStore(dataFile: string | null, now: () => number): OrderStore {
  const orders = new Map<string, TrainingOrder>();
  const journal = dataFile === null ? null : openJournal(dataFile, orders);

  const put = (order: TrainingOrder): void => {
    if (journal !== null) writeSync(journal, `${JSON.stringify(order)}\n`);
    orders.set(order.orderId, order);
  };
  const upToDate = (order: TrainingOrder): TrainingOrder => {
    const current = advance(order, now());
    if (current !== order) put(current);
    return current;
  };

  return {
    get: (orderId) => {
      const order = orders.get(orderId);
      return order ? upToDate(order) : null;
    },
    find: (matches) => [...orders.values()].map(upToDate).filter(matches),
    put,
    close: () => {
      if (journal !== null) closeSync(journal);
    },
  };
}

/** Loads `orders`. Returns the descriptor for new lines. */
function openJournal(file: string, orders: Map<string, TrainingOrder>): number {
  for (const order of readJournal(file)) orders.set(order.orderId, order);
  for (const orderId of [...orders.keys()].slice(0, Math.max(0, orders.size - KEPT_ORDERS)))
    orders.delete(orderId);
  const fresh = `${file}.new`;
  const descriptor = openFile(fresh, 'w', 0o600);
  for (const order of orders.values()) writeSync(descriptor, `${JSON.stringify(order)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameFile(fresh, file);
  return openFile(file, 'a');
}

function readJournal(file: string): readonly TrainingOrder[] {
  if (!existsSync(file)) return [];
  return readText(file)
    .split('\n')
    .flatMap((line) => {
      const parsed = trainingOrder.safeParse(parseLine(line));
      return parsed.success ? [parsed.data] : [];
    });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null; // half a line of a killed process
  }
}
