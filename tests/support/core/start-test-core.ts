import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { LedgerMemory } from '../../../shared/contract/main-port.ts';
import type { LogRecord } from '../../../shared/kernel/logger.ts';
import { placeCharge } from '../../../main/core/commands/place-charge.ts';
import { startCore, type Core } from '../../../main/core/till/core.ts';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import type { HttpTransport } from '../../../main/core/gateway/transport.ts';
import type { Printers } from '../../../main/core/printing/transport-port.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';
import { signIn } from '../../../main/core/commands/shift.ts';
import { byWindow, VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { createPresenter, type Presenter } from '../../../main/core/rpc/views/presenter.ts';
import type { Till } from '../../../main/core/till/till.ts';

/** Creates a folder for one test, and the function that removes it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'balcao-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface TestCore {
  readonly core: Core;
  readonly presenter: Presenter;
  readonly logs: LogRecord[];
  till(): Till;
  /** Resolves with the charge when `until` is true for it. Checked at each change, not by time. */
  charge(id: string, until: (charge: Charge) => boolean): Promise<Charge>;
  place(amount: number, requestId?: string): Charge;
  stop(): Promise<void>;
}

/** The real core in training mode: real SQLite files, the real training gateway over real HTTP, Ana signed in. */
export async function startTestCore(
  dataDir: string,
  options: {
    transport?: HttpTransport;
    signedIn?: boolean;
    modeChosen?: boolean;
    ledgerMemory?: LedgerMemory;
    headFile?: string;
    printers?: Printers;
  } = {},
): Promise<TestCore> {
  const logs: LogRecord[] = [];
  const network = createUndiciTransport();
  const presenter = createPresenter(systemClock, options.modeChosen ?? true);
  const started = await startCore({
    dataDir,
    credentials: null,
    ledgerMemory: options.ledgerMemory ?? null,
    headFile: options.headFile ?? null,
    screens: presenter,
    clock: systemClock,
    random: systemRandom,
    logger: createLogger((record) => logs.push(record), systemClock),
    transport: options.transport ?? network,
    printers: options.printers ?? createPrinters(systemClock),
  });
  if (!started.ok) throw new Error(`the core did not start: ${started.error}`);
  const core = started.value;
  const till = core.till();
  await until(till, () => till.wallets.all().length > 0 && !till.recovering());
  if (options.signedIn !== false && till.shifts.open() === null) {
    const ana = till.operators.byName('Ana');
    if (ana === null) throw new Error('training has no Ana');
    await signIn(till, VIA_WINDOW, { operatorId: ana.id, pin: '1234' });
  }
  let requests = 0;
  return {
    core,
    presenter,
    logs,
    till: () => core.till(),
    async charge(id, holds) {
      await until(core.till(), () => {
        const charge = core.till().ledger.charges.byId(id);
        return charge !== null && holds(charge);
      });
      return core.till().ledger.charges.byId(id)!;
    },
    place(amount, requestId = `test-${Date.now()}-${requests++}`) {
      const shift = core.till().shifts.open();
      if (shift === null) throw new Error('nobody is signed in');
      const placed = placeCharge(core.till(), byWindow(shift.operatorId), { requestId, amount });
      if (!placed.ok) throw new Error(`not placed: ${placed.error.code}`);
      return placed.value.charge;
    },
    async stop() {
      await core.stop();
      await network.close();
    },
  };
}

function until(till: Till, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const cancel = till.onChange(() => {
      if (!holds()) return;
      cancel();
      resolve();
    });
  });
}
