import type { closing } from '../../../shared/contract/closing.ts';
import { listBackups } from './backup-list.ts';
import type { Core } from '../till/core.ts';
import { toClosingView } from './views/closing-view.ts';
import { diaryPage } from './diary-page.ts';
import { makeBackup, restoreBackup } from '../commands/backups.ts';
import { printClosingAgain } from '../commands/printing.ts';
import { createClosingRepo } from '../ledger/projections/closing-repo.ts';
import type { Uses } from './pipeline.ts';
import { fail, refuse } from './failure-reply.ts';

/** Creates the methods for closings, the diary and backups of the manager's screens. */
export function createClosingUses(
  core: Pick<Core, 'till' | 'alone' | 'whileClosed'>,
): Pick<Uses, keyof typeof closing> {
  return {
    'closing/list': ({ cursor, limit }, { till }) => {
      const closings = createClosingRepo(till.ledger.db);
      const newest = closings.before(cursor ?? Number.MAX_SAFE_INTEGER, limit + 1);
      const page = newest.slice(0, limit);
      const nextCursor = newest.length > limit ? (page.at(-1)?.eventSeq ?? null) : null;
      return { ok: true, value: { items: page.map((each) => toClosingView(each, till)), nextCursor } };
    },
    'closing/get': ({ id }, { till }) => {
      const found = createClosingRepo(till.ledger.db).byId(id);
      return found === null ? fail('not-found') : { ok: true, value: toClosingView(found, till) };
    },
    'closing/print-again': ({ id }, { till, by }) => {
      const printed = printClosingAgain(till, by, id);
      return printed.ok ? { ok: true, value: { id } } : fail(printed.error);
    },
    'diary/list': ({ cursor, limit, kinds }, { till }) => ({
      ok: true,
      value: diaryPage(till, cursor, limit, kinds),
    }),
    'backup/list': (_input, { till }) => ({ ok: true, value: { items: listBackups(till) } }),
    'backup/now': async (_input, { till }) => {
      const made = await makeBackup(till);
      if (!made.ok) return fail(made.error);
      const found = listBackups(till).find(({ name }) => name === made.value);
      return found === undefined ? fail('storage-failed') : { ok: true, value: found };
    },
    'backup/restore': async ({ name, reason }, { by }) => {
      const restored = await restoreBackup(core, by, { name, reason });
      return restored.ok ? { ok: true, value: { ...restored.value } } : refuse(restored.error);
    },
  };
}
