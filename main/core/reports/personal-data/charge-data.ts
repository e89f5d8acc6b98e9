import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import type { StoredEvent } from '../../ledger/event-log.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** What the file says about where its data comes from. */
export interface DataSource {
  readonly shop: string;
  readonly till: string;
  readonly madeAt: EpochMs;
  /** Returns the name of a person by the id, or the id. */
  readonly nameOf: (id: string) => string;
}

/**
 * Returns everything that a ledger has about these charges, as the text of a JSON file: their fields, texts and events. Amounts
 * are in centavos and instants in UTC.
 */
export function chargesAsJson(
  ledger: Pick<Ledger, 'log'>,
  charges: readonly Charge[],
  source: DataSource,
): string {
  const about = charges.map((charge) => ({
    ...readableCharge(charge, source),
    events: ledger.log.of(charge.id).map((event) => readableEvent(event, source)),
  }));
  return asFile({ charges: about }, source);
}

/** Returns everything that a person of the till did, and what the ledger says about the person, as the text of a JSON file. */
export function personAsJson(
  person: { readonly id: string; readonly name: string; readonly role: string; readonly active: boolean },
  events: readonly StoredEvent[],
  source: DataSource,
): string {
  return asFile({ person, events: events.map((event) => readableEvent(event, source)) }, source);
}

function asFile(content: object, { shop, till, madeAt }: DataSource): string {
  return `${JSON.stringify({ format: 'balcao-data', version: 1, shop, till, madeAt: instant(madeAt), ...content }, null, 2)}\n`;
}

function readableCharge(charge: Charge, { nameOf }: DataSource): object {
  const {
    attempts: _attempts,
    brCode: _brCode,
    createdAt,
    approvedAt,
    finalizedAt,
    closedAt,
    ...rest
  } = charge;
  return {
    ...rest,
    operatorName: nameOf(charge.operator),
    createdAt: instant(createdAt),
    approvedAt: instant(approvedAt),
    finalizedAt: instant(finalizedAt),
    closedAt: instant(closedAt),
  };
}

function readableEvent(
  { seq, at, businessDay, actor, via, subject, type, body }: StoredEvent,
  { nameOf }: DataSource,
): object {
  return {
    seq,
    at: instant(at),
    businessDay,
    actor,
    actorName: nameOf(actor),
    via,
    charge: subject,
    type,
    body,
  };
}

function instant(at: EpochMs | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
