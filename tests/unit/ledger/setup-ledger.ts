import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { createLedger, type Ledger } from '../../../main/core/ledger/ledger.ts';
import { openLedgerFile, type OpenedFile } from '../../../main/core/ledger/open-ledger.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { birthAt } from '../../support/till/birth.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { created, finalized, givenUp, opened, seen } from '../domain/charge/samples.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const ZONE = 'America/Sao_Paulo';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'balcao-ledger-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function ledgerOn(db: Database.Database, clock: VirtualClock = createVirtualClock()): Ledger {
  return createLedger(db, clock, () => ZONE, createDullRandom());
}

/** A migrated ledger in memory, without a row. */
export function memoryLedger(clock: VirtualClock = createVirtualClock()): Ledger {
  const db = new Database(':memory:');
  migrate(db);
  onTestFinished(() => void db.close());
  return ledgerOn(db, clock);
}

/** Opens the ledger of a folder as the core of production does. Throws where the core would refuse to start. */
export function openFolder(folder: string, nowMs = Date.UTC(2026, 2, 2, 12)): OpenedFile {
  const file = openLedgerFile(folder, birthAt(nowMs));
  if (!file.ok) throw new Error(`not opened: ${file.error}`);
  onTestFinished(() => void file.value.db.close());
  return file.value;
}

/** A charge's id, the `place`th of a test. */
export function idOf(place: number): string {
  return `01KJQ8P000000000000${String(place).padStart(7, '0')}`;
}

/** Another charge than the samples' one: with an id, a request, an order reference and a counter of its own. */
export function createdAs(place: number): ChargeEvent {
  const numbers = { id: idOf(place), requestId: `request-${place}`, orderRef: `ref-${place}-1` };
  return { ...created, ...numbers, till: `caixa-${place}` } as ChargeEvent;
}

/** Applies events to the charge at `place`, giving its orders references of their own. Throws when one is refused. */
export function happen(ledger: Ledger, place: number, ...events: readonly ChargeEvent[]): void {
  for (const event of events) {
    const own =
      'orderRef' in event && event.type !== 'created' ? { orderRef: `${place}-${event.orderRef}` } : {};
    const applied = ledger.apply(idOf(place), { ...event, ...own } as ChargeEvent, byWindow('ana'));
    if (!applied.ok) throw new Error(`${event.type}: ${applied.error}`);
  }
}

/**
 * Lets histories of charges take turns, so that their events are mixed in the log. A charge is created when no other one
 * waits for its operator. One that still waits at the end of its history is ended by the operator, except the last one.
 */
export function takeTurns(
  ledger: Ledger,
  histories: readonly (readonly { readonly event: ChargeEvent }[])[],
  turnEnded: (turn: number) => void,
): void {
  const left = histories.map((steps, place) => [createdAs(place), ...steps.map(({ event }) => event)]);
  for (let turn = 0; left.some((events) => events.length > 0); turn++) {
    for (const [place, events] of left.entries()) {
      const next = events[0];
      if (next !== undefined && (next.type !== 'created' || ledger.charges.waiting() === null)) {
        happen(ledger, place, next);
        events.shift();
      }
      const isDone = events.length === 0 && left.some(([first]) => first?.type === 'created');
      if (isDone) endWaiting(ledger, place);
    }
    turnEnded(turn);
  }
}

/** Ends a charge as its operator would, if it waits: finalizes it if it is paid, gives it up if not. */
function endWaiting(ledger: Ledger, place: number): void {
  const waiting = ledger.charges.waiting();
  if (waiting?.id !== idOf(place)) return;
  happen(ledger, place, waiting.status === 'approved' ? finalized : givenUp());
}

/** `count` charges that were paid, from `first` on: four events each, all on disk when it returns. */
export function sell(ledger: Ledger, count: number, first = 1): void {
  ledger.inOneTransaction(() => {
    for (let place = first; place < first + count; place++)
      happen(ledger, place, createdAs(place), opened(), seen('approved'), finalized);
  });
}

/** Every row of the tables that can be made again from the events. */
export function projections(db: Database.Database): Record<string, unknown[]> {
  const rows = (table: string, by: string): unknown[] =>
    db.prepare(`SELECT * FROM ${table} ORDER BY ${by}`).all();
  return {
    charge: rows('charge', 'id'),
    attempt: rows('attempt', 'charge_id, no'),
    report_cell: rows(
      'report_cell',
      'grain, period, panel, wallet, operator, store, till, late, unproven, band',
    ),
    shift: rows('shift', 'id'),
    setting: rows('setting', 'key'),
    closing: rows('closing', 'shift_id'),
    closingStatus: rows('closing_status', 'shift_id, status'),
    closingWallet: rows('closing_wallet', 'shift_id, wallet'),
  };
}
