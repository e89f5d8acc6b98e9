import { NOTICE_CODES, type NoticeCode } from '../../../shared/domain/notice/notice-code.ts';
import { epochMs, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';

/** Something that a person must know. It stays until it is read, across restarts, unless the disk cannot hold it. */
export interface Notice {
  readonly id: string;
  readonly code: NoticeCode;
  readonly detail: string;
  readonly at: EpochMs;
}

export interface Notices {
  /** Returns the notices, the most urgent first. */
  all(): Notice[];
  add(code: NoticeCode, detail: string): void;
  dismiss(id: string): boolean;
}

/** The notices that are not stored. They are about this run of the core. */
const OF_THIS_RUN: ReadonlySet<NoticeCode> = new Set([
  'disk-full',
  'read-only',
  'too-many-files',
  'held-by-another-program',
  'api-port-taken',
  'api-file-held',
  'folder-rights-unknown',
]);

/** Adds the notice of the people whose PIN is locked, or removes it if there are none. */
export function noticeLocks(
  notices: Pick<Notices, 'add' | 'dismiss'>,
  { locked }: { readonly locked: () => readonly { readonly name: string }[] },
): void {
  const names = locked().map(({ name }) => name);
  if (names.length > 0) notices.add('pin-locked', names.join(', '));
  else notices.dismiss('pin-locked');
}

/** One notice of a kind at a time: the newest. */
export function createNotices(ledger: Ledger, clock: Clock): Notices {
  const { db } = ledger;
  const all = db.prepare<[], { id: string; code: string; detail: string; at_ms: number }>(
    'SELECT id, code, detail, at_ms FROM notice',
  );
  const put = db.prepare(
    'INSERT INTO notice (id, code, detail, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET detail = excluded.detail, at_ms = excluded.at_ms',
  );
  const drop = db.prepare('DELETE FROM notice WHERE id = ?');
  // What cannot be stored is still shown: a full disk must not hide that the disk is full.
  const unstored = new Map<string, Notice>();
  return {
    all: () =>
      [
        ...unstored.values(),
        ...all.all().map((row) => ({
          id: row.id,
          code: row.code as NoticeCode,
          detail: row.detail,
          at: epochMs(row.at_ms),
        })),
      ].sort((one, other) => NOTICE_CODES.indexOf(one.code) - NOTICE_CODES.indexOf(other.code)),
    add(code, detail) {
      const notice = { id: code, code, detail, at: clock.now() };
      try {
        // A write would meet the same trouble, or tell the next run what is no longer true.
        if (OF_THIS_RUN.has(code)) unstored.set(code, notice);
        else {
          put.run(code, code, detail, notice.at);
          unstored.delete(code);
        }
      } catch (error) {
        if (storageErrorCode(error) === null) throw error;
        unstored.set(code, notice);
      }
    },
    dismiss(id) {
      const shown = unstored.delete(id);
      return drop.run(id).changes > 0 || shown;
    },
  };
}
