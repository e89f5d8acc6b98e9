import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import type { Handlers, Sources } from '../../../shared/rpc/server.ts';
import { managerIsGone } from '../commands/people.ts';
import type { Exporter } from '../reports/export/exporter.ts';
import type { Core } from '../till/core.ts';
import { createChargeUses } from './charge-uses.ts';
import { createClosingUses } from './closing-uses.ts';
import { earlyRefusals } from './early-refusals.ts';
import { createExportUses } from './export-uses.ts';
import { createMainUses } from './main-uses.ts';
import { createManagerDesk } from './manager-desk.ts';
import { createManagerUses } from './manager-uses.ts';
import { createPeopleUses } from './people-uses.ts';
import { createPersonalDataUses } from './personal-data-uses.ts';
import { createPipeline } from './pipeline.ts';
import { createProgramUses } from './program-uses.ts';
import { printingUses } from './printing-uses.ts';
import { reportUses } from './report-uses.ts';
import { createSessionUses } from './session-uses.ts';
import type { Presenter } from './views/presenter.ts';

/** Creates the handlers of one port. Each port has its own manager's desk, so a manager enters the screens of one window. */
export function createHandlers(core: Core): Handlers {
  const desk = createManagerDesk(
    () => core.till().clock,
    () => core.till().shifts.open()?.id ?? null,
    (managerId) => managerIsGone(core.till(), byWindow(managerId)),
  );
  const uses = {
    ...createChargeUses(core),
    ...createSessionUses(desk),
    ...createPeopleUses(core),
    ...createClosingUses(core),
    ...createManagerUses(desk),
    ...createPersonalDataUses(core),
    ...reportUses,
    ...printingUses,
    ...createProgramUses(core),
    ...createExportUses(core),
    ...createMainUses(core),
  };
  return createPipeline(core, desk, uses, earlyRefusals);
}

/** Returns the views that a port can subscribe to. */
export function sourcesOf(
  presenter: Pick<Presenter, 'sources'>,
  exporter: Pick<Exporter, 'subscribe'>,
): Sources {
  return { ...presenter.sources, 'report/progress': { subscribe: exporter.subscribe } };
}
