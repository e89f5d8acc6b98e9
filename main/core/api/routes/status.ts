import type { FastifyInstance } from 'fastify';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { isAsking } from '../../../../shared/domain/printer/print-state.ts';
import type { Till } from '../../till/till.ts';
import { viaOf } from '../caller.ts';
import type { ApiContext } from '../context.ts';
import { instantOrNull } from '../instant.ts';
import { shiftBody } from './shift.ts';

/** Returns the printer that is set up, with its state if known and its counts of slips. Null without a printer. */
function printerBody({
  settings,
  printing,
}: Till): { name: string; state: string; waiting: number; held: number } | null {
  const { printer } = settings.get();
  if (printer === null) return null;
  const slips = printing.open();
  const held = slips.filter(isAsking).length;
  return { name: printer.name, state: printing.state(), waiting: slips.length - held, held };
}

/** Adds the calls for the state of the till and for its wallets. */
export function addStatusCalls(app: FastifyInstance, { core, version }: ApiContext): void {
  app.get('/v1/status', (request) => {
    const till = core.till();
    const { online, lastContactAt, unusable } = till.contact();
    const { depth, oldestAt } = till.ledger.jobs.backlog();
    const unsettled = till.ledger.charges.unresolved().filter((charge) => !isSettled(charge));
    const shift = till.shifts.open();
    const status = {
      version,
      mode: till.identity.mode,
      till: till.settings.get().tillName,
      tillId: till.identity.tillId,
      storeId: till.identity.storeId,
      client: viaOf(request).client ?? null,
      gateway: {
        online,
        lastContactAt: instantOrNull(lastContactAt),
        ...(unusable === null ? {} : { unusable: { ...unusable, since: instantOrNull(unusable.since) } }),
      },
      queue: { depth, oldestAt: instantOrNull(oldestAt) },
      unsettled: unsettled.map(({ id }) => id),
      printer: printerBody(till),
      shift: shift === null ? null : shiftBody(till, shift),
    };
    // In training a payment is made only on this page, which plays the customer's phone.
    const phone = core.training()?.phoneUrl;
    return phone === undefined ? status : { ...status, trainingPhoneUrl: phone };
  });

  app.get('/v1/wallets', () => {
    const till = core.till();
    const chosen = till.wallets.usual(till.settings.get().defaultWallet);
    // A charge names a wallet, not an account. Lists each wallet once, with the account that a charge would get.
    const names = [...new Set(till.wallets.all().map(({ wallet }) => wallet))];
    return names.flatMap((wallet) => {
      const account = wallet === chosen?.wallet ? chosen : till.wallets.find(wallet, null);
      if (account === null) return [];
      return [{ wallet, name: account.name, minimum: account.minimum, default: wallet === chosen?.wallet }];
    });
  });
}
