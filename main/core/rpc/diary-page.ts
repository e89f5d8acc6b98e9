import { DIARY_KINDS, type DiaryEntry, type DiaryKind } from '../../../shared/contract/closing.ts';
import { centavos, type Centavos } from '../../../shared/domain/money/centavos.ts';
import { isTillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { isUlid } from '../../../shared/kernel/ulid.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import type { StoredEvent } from '../ledger/event-log.ts';
import type { PrinterSetting } from '../directory/shop/settings.ts';
import type { WalletAccount } from '../directory/shop/wallets.ts';
import { readSaved } from './report-uses.ts';
import type { Till } from '../till/till.ts';

type Detail = DiaryEntry['detail'];

/**
 * Returns at most `limit` entries before row `cursor`, newest first. Without a cursor, begins with the newest. `nextCursor` is
 * null on the last page.
 */
export function diaryPage(
  till: Till,
  cursor: number | null,
  limit: number,
  kinds: readonly DiaryKind[] = DIARY_KINDS,
): { items: DiaryEntry[]; nextCursor: number | null } {
  const log = createDiaryLog(till.ledger.db);
  const before = cursor ?? Number.MAX_SAFE_INTEGER;
  const newest = [...new Set(kinds)]
    .flatMap((kind) => log.before(kind, before, limit + 1))
    .sort((one, other) => other.seq - one.seq);
  const page = newest.slice(0, limit);
  return {
    items: page.map((event) => toEntry(event, till)),
    nextCursor: newest.length > limit ? (page.at(-1)?.seq ?? null) : null,
  };
}

function toEntry(event: StoredEvent, till: Till): DiaryEntry {
  const { seq, at, actor, via } = event;
  const about = isTillEvent(event, 'texts-erased') ? event.body.chargeId : event.subject;
  return {
    seq,
    at,
    kind: event.type as DiaryKind,
    actor,
    actorName: till.names.person(actor),
    via,
    chargeId: about,
    shortCode: about !== null && isUlid(about) ? shortCode(about) : null,
    amount: amountOf(event, till),
    detail: detailOf(event, till),
  };
}

/**
 * Returns the amount of an entry in centavos, or null. The end of a refund has only the refund's id, so its amount is read from
 * the request.
 */
function amountOf({ subject, type, body }: StoredEvent, till: Till): Centavos | null {
  if (subject === null) return null;
  if (type === 'forced') return till.ledger.charges.byId(subject)?.amount ?? null;
  const asked = till.ledger.log
    .of(subject)
    .find((each) => each.type === 'refund-requested' && each.body['refundId'] === body['refundId']);
  const amount = asked?.body['amount'];
  return typeof amount === 'number' ? centavos(amount) : null;
}

function detailOf(event: StoredEvent, till: Till): Detail {
  const { type } = event;
  const body = withNames(event, till);
  const entries =
    type === 'settings-changed'
      ? Object.entries(body).map((setting) => settingOf(setting, till))
      : Object.entries(body);
  const plain = entries.filter(
    (entry): entry is [string, Detail[string]] =>
      entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  const figures = isTillEvent(event, 'shift-closed') ? event.body.figures : undefined;
  if (figures === undefined) return Object.fromEntries(plain);
  return {
    ...Object.fromEntries(plain),
    charges: figures.charges.count,
    received: figures.received.total,
    refunded: figures.refunds.total,
    forced: figures.forced.count,
  };
}

/** Returns a body with names in the place of the ids of a second manager and of the operator before. */
function withNames(event: StoredEvent, { names }: Till): StoredEvent['body'] {
  const { body } = event;
  if (isTillEvent(event, 'shift-taken-over')) return { ...body, from: names.person(event.body.from) };
  const { secondBy } = body;
  return typeof secondBy === 'string' ? { ...body, secondBy: names.person(secondBy) } : body;
}

/** Returns a setting as one word: a printer or a wallet as its name, the saved filters as their names. */
function settingOf([key, value]: [string, unknown], { names }: Till): [string, unknown] {
  if (key === 'printer' && value !== null) return [key, (value as PrinterSetting).name];
  if (key === 'defaultWallet' && value !== null) {
    const { wallet, pixDictKey } = value as WalletAccount;
    return [key, names.wallet(wallet, pixDictKey)];
  }
  if (key === 'savedFilters' && typeof value === 'string')
    return [
      key,
      readSaved(JSON.parse(value))
        .map(({ name }) => name)
        .join(', '),
    ];
  return [key, value];
}
