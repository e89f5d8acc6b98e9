import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { err } from '../../../shared/kernel/result.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { freeLoopbackAddress } from '../../support/printers/fake-tcp-printer.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

/** The real core with a window, and what the plays of the methods need. */
export interface Desk {
  readonly app: TestCore;
  readonly call: Handlers;
  readonly folder: string;
  /** A printer that is never reached: each slip stays in the queue. */
  readonly printer: () => Promise<Input<'printing/test-page'>['setup']>;
  readonly ana: () => string;
  /** The keys of the training gateway, at its own address. */
  readonly trainingKeys: () => Credentials;
  pending(): Promise<Charge>;
  paid(): Promise<Charge>;
  /** A charge that could not be sent. */
  queued(): Promise<Charge>;
  /** A charge that was given up and that the gateway does not answer for. */
  cancelling(): Promise<Charge>;
  /** A slip of which it is not known whether it is on paper. */
  unknownSlip(): Promise<string>;
  /** The id of a closing, with a manager at the screens. */
  closing(): Promise<string>;
  /** Makes the till as a play finds it: in training, Ana signed in, no charge that waits, a manager at the screens if needed. */
  tidy(withManager: boolean): Promise<void>;
  stop(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const folder = temporaryFolder();
  const network = createUndiciTransport();
  let isCut = false;
  const app = await startTestCore(folder.path, {
    transport: (request) =>
      isCut && request.url.includes('/order')
        ? Promise.resolve(err({ kind: 'unreachable', detail: 'cut' }))
        : network(request),
  });
  const call = createHandlers(app.core);
  const address = freeLoopbackAddress();
  const ana = (): string => app.till().operators.byName('Ana')?.id ?? '';
  const signIn = () => call['session/sign-in']({ operatorId: ana(), pin: '1234' });
  const enter = () => call['manager/enter']({ pin: '4321' });
  const pending = () => app.charge(app.place(900).id, ({ status }) => status === 'pending');
  const desk: Desk = {
    app,
    call,
    folder: folder.path,
    async printer() {
      const found = await call['printing/find-at']({ address });
      if (!found.ok) throw new Error(found.error.code);
      return { printer: found.value.printer, profile: 'generic-58', encoder: 'pos' };
    },
    ana,
    trainingKeys() {
      const training = app.core.training();
      if (training === null) throw new Error('not in training');
      return { ...training.credentials, baseUrl: training.baseUrl };
    },
    pending,
    async paid() {
      const { id } = await pending();
      await app.core.playCustomer(id, 'pay');
      return app.charge(id, ({ status }) => status === 'approved');
    },
    queued() {
      isCut = true;
      return app.charge(app.place(900).id, ({ status }) => status === 'queued');
    },
    async cancelling() {
      const { id } = await pending();
      isCut = true;
      await call['charge/cancel']({ id });
      return app.charge(id, ({ status }) => status === 'cancelling');
    },
    async unknownSlip() {
      const { id } = await pending();
      const printed = await call['printing/print']({ chargeId: id, slip: 'qr-slip' });
      if (!printed.ok) throw new Error(printed.error.code);
      // As if the till had ended while it sent the slip.
      app.till().ledger.db.exec("UPDATE print_job SET state = 'unknown' WHERE state = 'queued'");
      return printed.value.id;
    },
    async closing() {
      const closed = await call['session/close-shift']({});
      if (!closed.ok) throw new Error(closed.error.code);
      await signIn();
      await enter();
      return closed.value.id;
    },
    async tidy(withManager) {
      isCut = false;
      if (app.till().identity.mode === 'production') await call['gateway/use']({ credentials: null });
      const { charges } = app.till().ledger;
      for (const { id, status } of charges.unresolved()) {
        if (['queued', 'creating', 'pending'].includes(status)) await call['charge/cancel']({ id });
        if (status === 'approved') await call['charge/finalize']({ id });
        await app.charge(id, (charge) => charge.status !== 'cancelling');
      }
      if (app.till().shifts.open() === null) await signIn();
      if (withManager) await enter();
    },
    async stop() {
      await app.stop();
      folder.remove();
    },
  };
  await app.till().printing.configure(networkPrinter(`${address}:9100`), byWindow('test'));
  return desk;
}
