import type { FastifyInstance } from 'fastify';
import { isSettled } from '../../../../shared/domain/charge/charge.ts';
import type { ApiContext } from '../context.ts';
import { instantOrNull } from '../instant.ts';
import { shiftBody } from './shift.ts';

/** How the till is, and what one can pay with there. */
export function addStatusCalls(app: FastifyInstance, { core, version }: ApiContext): void {
  app.get('/v1/status', () => {
    const till = core.till();
    const { online, lastContactAt } = till.contact();
    const { depth, oldestAt } = till.ledger.jobs.backlog();
    const unsettled = till.ledger.charges.unresolved().filter((charge) => !isSettled(charge));
    const shift = till.shifts.open();
    const status = {
      version,
      mode: till.mode,
      till: till.settings.get().tillName,
      gateway: { online, lastContactAt: instantOrNull(lastContactAt) },
      queue: { depth, oldestAt: instantOrNull(oldestAt) },
      unsettled: unsettled.map(({ id }) => id),
      // There is no printer yet.
      printer: null,
      shift: shift === null ? null : shiftBody(till, shift),
    };
    // In training nobody pays unless somebody plays the customer: this is the page that does.
    const phone = core.training()?.phoneUrl;
    return phone === undefined ? status : { ...status, trainingPhoneUrl: phone };
  });

  app.get('/v1/wallets', () => {
    const till = core.till();
    const { chosenWallet, chosenPixKey } = till.settings.get();
    const chosen = till.wallets.chosen(chosenWallet, chosenPixKey);
    // A charge names a wallet, not one of its accounts: each is listed once, as the account it would get.
    const names = [...new Set(till.wallets.all().map(({ wallet }) => wallet))];
    return names.flatMap((wallet) => {
      const account = wallet === chosen?.wallet ? chosen : till.wallets.find(wallet, null);
      if (account === null) return [];
      return [{ wallet, name: account.name, minimum: account.minimum, default: wallet === chosen?.wallet }];
    });
  });
}
