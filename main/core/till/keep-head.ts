import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { isTillEvent, type HeadDifference } from '../../../shared/domain/ledger-event/till-event.ts';
import type { NoticeCode } from '../../../shared/domain/notice/notice-code.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Notices } from '../directory/notices.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import { compareHead, headOf } from '../ledger/head/compare-head.ts';
import type { OutsideHead } from '../ledger/head/outside-head.ts';
import type { HeadSigner } from '../ledger/head/signed-head.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recordIfPossible } from '../ledger/record-if-possible.ts';

/** Where heads of a ledger are kept and signed. Both are null in training and without windows. */
export interface HeadPorts {
  readonly outside: OutsideHead | null;
  readonly signer: HeadSigner | null;
  /** False if the head outside is only compared, and not replaced. */
  readonly keeps: boolean;
}

/** Keeps the newest head of a ledger outside its folder, and signs the head of each closing. */
export interface HeadKeeper {
  /** Records and reports how the ledger differs from the head outside, then keeps the present head. Call it once. */
  report(): void;
  /** Keeps the present head. If the disk does not accept it, logs that. */
  keep(): void;
  /** Records the signature of a closing's row, in the caller's transaction. Without a signer, does nothing. */
  signClosing(closing: { readonly eventSeq: number; readonly eventHash: Buffer }): void;
}

const NOTICES: Readonly<Record<HeadDifference, NoticeCode>> = {
  'rolled-back': 'ledger-rolled-back',
  cut: 'ledger-cut',
  rewritten: 'ledger-rewritten',
  'head-unproven': 'ledger-head-unproven',
};

/** Creates the keeper of a till's ledger in `folder`, and compares it with the head outside. Call it before any row is written. */
export function createHeadKeeper(
  { outside, signer, keeps }: HeadPorts,
  {
    ledger,
    folder,
    notices,
    logger,
  }: {
    readonly ledger: Ledger;
    readonly folder: string;
    readonly notices: Notices;
    readonly logger: Logger;
  },
): HeadKeeper {
  const keep = (): void => {
    if (outside === null || !keeps || !ledger.db.open) return;
    const head = headOf(ledger.db);
    if (head === null) return;
    try {
      outside.write(head);
    } catch (error) {
      logger.error('head-not-kept', { detail: String(error) });
    }
  };

  /** Writes the difference before it can be forgotten. A full disk keeps the old head, and the next start compares again. */
  const record = (kind: HeadDifference, known: { seq: number; hash: string } | null): boolean => {
    const { seq, hash } = ledger.log.head();
    return recordIfPossible(ledger, 'ledger-head-differs', {
      kind,
      knownSeq: known?.seq ?? null,
      knownHash: known?.hash ?? null,
      seq,
      hash: hash.toString('hex'),
    });
  };

  /** Shows the notice of each difference that no manager has signed since, also if its row in the table was removed. */
  const showUnsigned = (): void => {
    const diary = createDiaryLog(ledger.db);
    const signed = diary.before('notice-signed', Number.MAX_SAFE_INTEGER, 200);
    for (const event of diary.before('ledger-head-differs', Number.MAX_SAFE_INTEGER, 20)) {
      if (!isTillEvent(event, 'ledger-head-differs')) continue;
      const code = NOTICES[event.body.kind];
      const isSigned = signed.some(({ seq, body }) => seq > event.seq && body['code'] === code);
      if (!isSigned) notices.add(code, `${event.body.knownSeq ?? 0}`);
    }
  };

  const known = outside?.read() ?? null;
  const compare = (): HeadDifference | null => {
    if (known === 'forged') return 'head-unproven';
    if (known !== null) return compareHead(ledger.db, folder, known);
    // A till that has signed a closing has kept its head.
    const hasSigned = createDiaryLog(ledger.db).before('head-signed', Number.MAX_SAFE_INTEGER, 1).length > 0;
    return outside !== null && hasSigned ? 'head-unproven' : null;
  };
  const difference = compare();

  return {
    keep,
    report() {
      if (difference !== null) logger.error('ledger-head-differs', { kind: difference });
      const isTold = difference === null || record(difference, known === 'forged' ? null : known);
      showUnsigned();
      if (isTold) keep();
    },
    signClosing({ eventSeq: seq, eventHash }) {
      const ledgerId = headOf(ledger.db)?.ledgerId;
      if (signer === null || ledgerId === undefined) return;
      const hash = eventHash.toString('hex');
      const signature = signer.sign({ ledgerId, seq, hash });
      ledger.record('head-signed', { seq, hash, publicKey: signer.publicKey, signature }, BY_MACHINE);
    },
  };
}
