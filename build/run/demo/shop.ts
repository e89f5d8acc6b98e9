import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { placeCharge } from '../../../main/core/commands/place-charge.ts';
import { byWindow, VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import { startCore, type Core } from '../../../main/core/till/core.ts';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';
import { closeShift, signIn } from '../../../main/core/commands/shift.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { TRAINING_PINS } from '../../../main/core/directory/people/training-people.ts';

/** A training till with its cashier signed in. The core is the app's. */
export interface Shop {
  readonly core: Core;
  readonly cashier: { readonly id: string; readonly name: string };
  charge(amount: number, reference: string): Charge;
  /** Resolves with the charge when `holds` is true for it. Checked at each change. */
  until(id: string, holds: (charge: Charge) => boolean): Promise<Charge>;
  /** Returns the charge of a result. Throws if the act failed. */
  act(result: Result<Charge, string>): Charge;
  closeShift(): void;
  close(): Promise<void>;
}

/** Opens a training till in `dataDir` and signs its cashier in. */
export async function openShop(dataDir: string): Promise<Shop> {
  const transport = createUndiciTransport();
  const problems: string[] = [];
  const logger = createLogger(({ level, event }) => {
    if (level === 'error') problems.push(event);
  }, systemClock);
  const started = await startCore({
    dataDir,
    credentials: null,
    ledgerMemory: null,
    headFile: null,
    screens: null,
    clock: systemClock,
    random: systemRandom,
    logger,
    transport,
    printers: createPrinters(systemClock),
  });
  if (!started.ok) throw new Error(`o núcleo não começou: ${started.error}`);
  const core = started.value;
  const till = core.till();
  await till.firstAnswer;
  const person = TRAINING_PINS.find(({ role }) => role === 'operator');
  const cashier = person === undefined ? null : till.operators.byName(person.name);
  if (person === undefined || cashier === null) throw new Error('o treinamento não tem operador');
  const signed = await signIn(till, VIA_WINDOW, { operatorId: cashier.id, pin: person.pin });
  if (!signed.ok) throw new Error(`o turno não abriu: ${signed.error.code}`);

  const must = <T>(result: Result<T, string>): T => {
    if (result.ok) return result.value;
    throw new Error([result.error, ...problems].join(', '));
  };
  return {
    core,
    cashier,
    charge(amount, reference) {
      const order = { requestId: `demo-${reference}`.replaceAll(' ', '-'), amount, reference };
      const placed = placeCharge(till, byWindow(cashier.id), order);
      if (!placed.ok) throw new Error(`a cobrança não foi criada: ${placed.error.code}`);
      return placed.value.charge;
    },
    until: (id, holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          const charge = till.ledger.charges.byId(id);
          if (charge === null || !holds(charge)) return;
          cancel();
          resolve(charge);
        };
        const cancel = till.onChange(look);
        look();
      }),
    act: (result) => must(result),
    closeShift() {
      const closed = closeShift(till, byWindow(cashier.id));
      if (!closed.ok) throw new Error(`o turno não fechou: ${closed.error.code}`);
    },
    async close() {
      await core.stop();
      await transport.close();
    },
  };
}
