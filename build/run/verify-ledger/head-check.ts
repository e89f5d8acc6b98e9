import { isTillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { decodeEvent, type RawEvent } from '../../../main/core/ledger/event-log.ts';
import { isSignedBy } from '../../../main/core/ledger/head/signed-head.ts';
import type { Fault } from '../../../main/core/ledger/verify/fault.ts';

/** Checks the signatures of the closings, and notes each start that found other data than the head outside. */
export interface HeadCheck {
  note(row: RawEvent): void;
  /** Returns the first signature that is wrong. With a key, also the first one of another key. Null if there is none. */
  fault(): Fault | null;
  /** Returns a sentence for each thing that a person must know, in Portuguese. */
  remarks(): string[];
}

/** Creates the check. `key` is the public key of a closing's paper, hexadecimal, or null. */
export function createHeadCheck(key: string | null): HeadCheck {
  const closings = new Map<number, string>();
  const keys = new Set<string>();
  const differences: string[] = [];
  let ledgerId = '';
  let signed = 0;
  let found: Fault | null = null;
  return {
    note(row) {
      if (row.seq === 1) ledgerId = row.hash.toString('hex');
      if (row.type === 'shift-closed') closings.set(row.seq, row.hash.toString('hex'));
      if (row.type !== 'head-signed' && row.type !== 'ledger-head-differs') return;
      const event = decodeEvent(row);
      if (isTillEvent(event, 'ledger-head-differs'))
        differences.push(`${event.body.kind} (linha ${row.seq})`);
      if (!isTillEvent(event, 'head-signed')) return;
      const { seq, hash, publicKey, signature } = event.body;
      signed += 1;
      keys.add(publicKey);
      const isRight =
        closings.get(seq) === hash &&
        isSignedBy(publicKey, { ledgerId, seq, hash }, signature) &&
        (key === null || key === publicKey);
      if (!isRight) found ??= { code: 'signature', seq: row.seq, subject: null, detail: publicKey };
    },
    fault: () => found,
    remarks: () => [
      ...(signed === 0
        ? []
        : [`${signed} fechamentos assinados, com ${keys.size} chave(s): ${[...keys].join(', ')}.`]),
      ...(differences.length === 0
        ? []
        : [`Ao iniciar, os dados não eram os que o computador tinha gravado: ${differences.join(', ')}.`]),
    ],
  };
}
