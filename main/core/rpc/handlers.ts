import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { Reply } from '../../../shared/contract/define.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { parseShortCode, shortCode } from '../../../shared/domain/short-code/short-code.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Handlers, Sources } from '../../../shared/rpc/server.ts';
import type { ActError } from '../charges/charge-service.ts';
import { checkReceipt } from '../commands/check-receipt.ts';
import { placeCharge } from '../commands/place-charge.ts';
import { createClosingHandlers, type ClosingPorts } from './closing-handlers.ts';
import { toClosingView } from './views/closing-view.ts';
import type { Core } from '../till/core.ts';
import type { Exporter } from '../reports/export/exporter.ts';
import type { Presenter } from './views/presenter.ts';
import { toChargeView } from './views/charge-view.ts';
import { createManagerDesk, guardManager } from './manager-desk.ts';
import { createManagerEntry, tellOfLeaving } from './manager-entry.ts';
import { createReportHandlers } from './report-handlers.ts';
import { createPrintingHandlers } from './printing-handlers.ts';
import { answerStorageTrouble } from './storage.ts';
import { whileAtWork } from './while-at-work.ts';
import { fail, refuse, signedIn } from './words.ts';
import { exportHandlers } from './exports.ts';
import { createSettleHandlers } from './settle-handlers.ts';
import { addOperator, closeShift, configure, nameShop, signIn } from '../commands/session.ts';
import type { Till } from '../till/till.ts';

/** One function per method of the contract, for every port. Roles were checked before they are called. */
export function createHandlers(core: Core): Handlers {
  /** Runs an act for whoever is signed in, and words its outcome for the wire. */
  const act = <E extends string>(
    refusals: Partial<Record<ActError, E>>,
    use: (till: Till, actor: string) => Result<Charge, ActError>,
  ): Reply<ChargeView, E | 'not-found' | 'not-signed-in' | 'storage-failed'> => {
    const till = core.till();
    const actor = signedIn(till);
    if (actor === null) return fail('not-signed-in');
    const result = use(till, actor);
    if (result.ok) {
      till.found.delete(result.value.id);
      return { ok: true, value: toChargeView(result.value, till) };
    }
    const code = refusals[result.error];
    if (code !== undefined) return fail(code);
    if (result.error === 'not-found' || result.error === 'storage-failed') return fail(result.error);
    throw new Error(`no words for ${result.error}`);
  };

  const desk = createManagerDesk(
    () => core.till().clock,
    () => core.till().shifts.open()?.id ?? null,
    (managerId) => tellOfLeaving(core.till(), managerId),
  );
  const ports: ClosingPorts = {
    managerAt: () => desk.present(),
  };
  const handlers: Handlers = {
    ...createManagerEntry(core, desk),
    ...createSettleHandlers(core, desk),
    ...createReportHandlers(core, desk),
    ...createPrintingHandlers(core),
    ...createClosingHandlers(core, ports),
    'charge/create': (input) => {
      const till = core.till();
      const actor = signedIn(till);
      const shift = till.shifts.open();
      if (actor === null || shift === null) return fail('not-signed-in');
      const placed = placeCharge(till, input, shift.id, actor);
      if (placed.ok) return { ok: true, value: toChargeView(placed.value.charge, till) };
      return refuse(placed.error);
    },
    'charge/cancel': ({ id, reason }) =>
      act({ 'not-applicable': 'not-cancellable' }, (till, actor) =>
        till.service.act(id, { type: 'given-up', cause: 'operator', reason: reason ?? null }, actor),
      ),
    'charge/extend': ({ id }) =>
      act({ 'not-applicable': 'not-extendable', 'already-extended': 'already-extended' }, (till, actor) =>
        till.service.extend(id, actor),
      ),
    'charge/retry': ({ id }) =>
      act({ 'not-applicable': 'not-retryable' }, (till, actor) => till.service.retry(id, actor)),
    'charge/finalize': ({ id }) =>
      act({ 'not-applicable': 'not-approved' }, (till, actor) =>
        till.service.act(id, { type: 'finalized' }, actor),
      ),
    'charge/resume': ({ id }) => {
      const till = core.till();
      const charge = till.ledger.charges.byId(id);
      if (charge === null) return fail('not-found');
      if (signedIn(till) === null) return fail('not-signed-in');
      till.found.delete(id);
      till.touch();
      return { ok: true, value: toChargeView(charge, till) };
    },
    'charge/refund': async ({ id, requestId, amount, pin, reason }) => {
      const till = core.till();
      const manager = await till.operators.checkFor('refund', pin);
      if (!manager.ok) return refuse(manager.error);
      if (amount === 0) return fail('invalid-amount');
      return act(
        {
          'not-applicable': 'not-refundable',
          'exceeds-refundable': 'exceeds-refundable',
          'request-id-reused': 'request-id-reused',
        },
        () => till.service.refund(id, requestId, centavos(amount), reason, manager.value.id),
      );
    },
    'charge/force': async ({ id, outcome, reason, pin }) => {
      const till = core.till();
      const manager = await till.operators.checkFor('force', pin);
      if (!manager.ok) return refuse(manager.error);
      return act({ 'not-applicable': 'not-forceable' }, () =>
        till.service.act(id, { type: 'forced', outcome, reason, by: manager.value.id }, manager.value.id),
      );
    },
    'charge/check-receipt': async (query) => {
      const till = core.till();
      if (signedIn(till, 'check-receipt') === null) return fail('not-signed-in');
      if (query.amount === null && query.endToEndEnd === null) return fail('nothing-to-check');
      const { answer, charge } = await checkReceipt(till, query);
      return { ok: true, value: { answer, charge: charge === null ? null : toChargeView(charge, till) } };
    },
    'charge/by-code': ({ code }) => {
      const till = core.till();
      if (signedIn(till) === null) return fail('not-signed-in');
      const parsed = parseShortCode(code);
      if (parsed === null) return fail('bad-code');
      const charge = till.ledger.charges.byTail(parsed.slice(0, 6));
      return charge === null ? fail('not-found') : { ok: true, value: toChargeView(charge, till) };
    },
    'charge/get': ({ id }) => {
      const till = core.till();
      const charge = till.ledger.charges.byId(id);
      return charge === null ? fail('not-found') : { ok: true, value: toChargeView(charge, till) };
    },
    ...exportHandlers(core),
    'training/act': async ({ id, act: what }) => {
      const played = await core.playCustomer(id, what);
      return played === 'done' ? { ok: true, value: { done: true } } : fail(played);
    },
    'session/sign-in': async ({ operatorId, pin }) => {
      const till = core.till();
      const signed = await signIn(till, operatorId, pin);
      if (!signed.ok) return refuse(signed.error);
      const { id, name, role } = signed.value;
      return { ok: true, value: { operatorId: id, name, role } };
    },
    'session/close-shift': ({ shiftId }) => {
      const till = core.till();
      const actor = signedIn(till, 'close-shift');
      // Nobody closes what opened by itself; what a shift did is told again all the same.
      const isOver = shiftId !== undefined && till.shifts.open()?.id !== shiftId;
      if (actor === null && !isOver) return fail('not-signed-in');
      const closed = closeShift(till, actor ?? ACTORS.window, shiftId);
      if (!closed.ok) {
        const { code, chargeIds } = closed.error;
        return chargeIds.length === 0
          ? fail(code)
          : fail(code, { codes: chargeIds.map(shortCode).join(', ') });
      }
      // Seen now, it stands in the diary beside the end of the shift.
      desk.present();
      return { ok: true, value: toClosingView(closed.value, till) };
    },
    'session/add-operator': async (input) => {
      const till = core.till();
      const added = await addOperator(till, input);
      if (!added.ok) return refuse(added.error);
      return { ok: true, value: { operatorId: added.value.id } };
    },
    'session/choose-wallet': ({ wallet, pixDictKey }) => {
      const till = core.till();
      if (till.wallets.find(wallet, pixDictKey) === null) return fail('unknown-wallet');
      const { chosenWallet, chosenPixKey } = till.settings.get();
      // The key of the wallet that is chosen already changes nothing, and the diary tells of no change.
      if (wallet === chosenWallet && pixDictKey === chosenPixKey) return { ok: true, value: { wallet } };
      till.settings.set({ chosenWallet: wallet, chosenPixKey: pixDictKey }, signedIn(till) ?? ACTORS.window);
      till.touch();
      return { ok: true, value: { wallet } };
    },
    'session/name-shop': async (input) => {
      const named = await nameShop(core.till(), input);
      return named.ok ? { ok: true, value: { shopName: input.shopName } } : refuse(named.error);
    },
    'session/configure': async (input) => {
      const configured = await configure(core.till(), input);
      if (configured.ok) return { ok: true, value: { timeLimitMinutes: input.timeLimitMinutes } };
      return refuse(configured.error);
    },
    'session/dismiss-notice': ({ id }) => {
      const till = core.till();
      if (!till.notices.dismiss(id)) return fail('not-found');
      till.touch();
      return { ok: true, value: { id } };
    },
    'gateway/test': (credentials) => core.testCredentials(credentials),
    'gateway/use': ({ credentials, managerPin }) => core.useCredentials(credentials, managerPin),
    'till/quit-check': () => {
      const till = core.till();
      const unresolved = till.ledger.charges.unresolved();
      return {
        ok: true,
        value: {
          waitsForOperator: till.ledger.charges.waiting(till.settings.get().tillName) !== null,
          cancelling: unresolved.filter(({ status }) => status === 'cancelling').length,
        },
      };
    },
  };
  const guarded = whileAtWork(core, guardManager(handlers, desk));
  return answerStorageTrouble(guarded, (error) => core.till().storageFailed(error));
}

/** What the ports may subscribe to. */
export function sourcesOf(
  presenter: Pick<Presenter, 'sources'>,
  exporter: Pick<Exporter, 'subscribe'>,
): Sources {
  return { ...presenter.sources, 'report/progress': { subscribe: exporter.subscribe } };
}
