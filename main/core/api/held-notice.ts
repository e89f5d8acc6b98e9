import { programsHolding } from '../ledger/programs-holding.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';

/**
 * Creates the notice of an `api.json` that another program holds. The returned function shows it, with the programs where the
 * system knows them, or removes it if it gets null. Each till that opens meanwhile shows it too.
 */
export function createHeldNotice(
  core: Pick<Core, 'onTill' | 'till' | 'atWork'>,
): (file: string | null) => void {
  let detail: string | null = null;
  const show = ({ notices, touch }: Till): void => {
    if (detail === null) dismiss(notices);
    else notices.add('api-file-held', detail);
    touch();
  };
  const change = (next: string | null): void => {
    detail = next;
    // Between two tills the notices of the last one are closed.
    if (core.atWork()) show(core.till());
  };
  core.onTill((till) => {
    if (detail !== null) show(till);
  });
  return (file) => {
    change(file === null ? null : 'api.json');
    if (file === null) return;
    void programsHolding([file]).then((programs) => {
      if (detail !== null && programs.length > 0) change(['api.json', ...programs].join(', '));
    });
  };
}

/** A ledger that refuses the write still shows the notice no more, because the notice is not stored. */
function dismiss(notices: Till['notices']): void {
  try {
    notices.dismiss('api-file-held');
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
  }
}
