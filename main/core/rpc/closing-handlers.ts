import { basename } from 'node:path';
import type { closing } from '../../../shared/contract/closing.ts';
import type { ReplyOf } from '../../../shared/contract/index.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { listBackups } from './backup-list.ts';
import type { Core } from '../till/core.ts';
import { toClosingView } from './views/closing-view.ts';
import { diaryPage } from './diary-page.ts';
import { closingSlip } from '../shifts/closing-slip.ts';
import { createClosingRepo } from '../ledger/projections/closing-repo.ts';
import { fail, refuse } from './words.ts';
import type { Till } from '../till/till.ts';

type ClosingHandlers = Pick<Handlers, keyof typeof closing>;

/** What these handlers need from other parts. */
export interface ClosingPorts {
  /** The id of the manager who is at work at this till, or null. */
  managerAt(till: Till): string | null;
}

/** Closings, the diary and backups for the manager's screens. */
export function createClosingHandlers(core: Core, ports: ClosingPorts): ClosingHandlers {
  /** Runs `use` for the manager at work. Refuses everybody else. */
  const guarded = <M extends keyof ClosingHandlers>(
    use: (till: Till, manager: string) => ReplyOf<M>,
  ): ReplyOf<M> => {
    const till = core.till();
    const manager = ports.managerAt(till);
    return manager === null ? fail('manager-needed') : use(till, manager);
  };

  return {
    'closing/list': ({ cursor, limit }) =>
      guarded<'closing/list'>((till) => {
        const closings = createClosingRepo(till.ledger.db);
        const found = closings.before(cursor ?? Number.MAX_SAFE_INTEGER, limit + 1);
        const page = found.slice(0, limit);
        const nextCursor = found.length > limit ? (page.at(-1)?.eventSeq ?? null) : null;
        return { ok: true, value: { items: page.map((each) => toClosingView(each, till)), nextCursor } };
      }),
    'closing/get': ({ id }) =>
      guarded<'closing/get'>((till) => {
        const found = createClosingRepo(till.ledger.db).byId(id);
        return found === null ? fail('not-found') : { ok: true, value: toClosingView(found, till) };
      }),
    'closing/print-again': ({ id }) =>
      guarded<'closing/print-again'>((till, manager) => {
        const found = createClosingRepo(till.ledger.db).byId(id);
        if (found === null) return fail('not-found');
        // One transaction: each copy on paper has its entry in the diary.
        const printed = till.ledger.inOneTransaction(() => {
          const isQueued = till.printing.desk.printRequest(closingSlip(found, till)).ok;
          if (isQueued) till.ledger.record('closing-printed-again', { shiftId: id }, manager);
          return isQueued;
        });
        return printed ? { ok: true, value: { id } } : fail('no-printer');
      }),
    'diary/list': ({ cursor, limit, kinds }) =>
      guarded<'diary/list'>((till) => ({ ok: true, value: diaryPage(till, cursor, limit, kinds) })),
    'backup/list': () =>
      guarded<'backup/list'>((till) => ({ ok: true, value: { items: listBackups(till) } })),
    'backup/now': async () => {
      const till = core.till();
      if (ports.managerAt(till) === null) return fail('manager-needed');
      const made = await till.backUp('manual');
      const found = made === null ? undefined : listBackups(till).find(({ name }) => name === basename(made));
      return found === undefined ? fail('storage-failed') : { ok: true, value: found };
    },
    'backup/restore': async ({ name, pin, reason }) => {
      const till = core.till();
      if (ports.managerAt(till) === null) return fail('manager-needed');
      const manager = await till.operators.checkFor('restore-backup', pin);
      if (!manager.ok) return refuse(manager.error);
      // The check of a PIN takes time. The shift may be closed meanwhile, or the till replaced.
      if (core.till() !== till || ports.managerAt(till) === null) return fail('manager-needed');
      if (!listBackups(till).some((each) => each.name === name)) return fail('not-found');
      const restored = await core.restoreBackup(name, manager.value.id, reason);
      if (!restored.ok) return refuse(restored.error);
      const { setAside, salvaged, lost } = restored.value;
      return { ok: true, value: { setAside: basename(setAside), salvaged, lost } };
    },
  };
}
