import { join } from 'node:path';
import type { Input, MethodName } from '../../../shared/contract/index.ts';
import type { Desk } from './open-desk.ts';
import { PEOPLE_PLAYS } from './people-plays.ts';
import { MANAGER, type Play } from './play.ts';

const KEYS = {
  baseUrl: 'https://shop.invalid',
  accessKey: 'a',
  secretKey: 's',
  clientId: 'a-long-client-id',
};
const SHOP = { shopName: 'Padaria', tillName: 'Caixa 1', zone: 'America/Sao_Paulo', managerPin: MANAGER };

/** A file for a report, as main's dialog gives it. */
async function reportFile({ call, folder }: Desk, name: string): Promise<Input<'report/start'>['file']> {
  const allowed = await call['report/allow-file']({ path: join(folder, name), format: 'csv' });
  if (!allowed.ok) throw new Error(allowed.error.code);
  return allowed.value.file;
}

/** Every method of the contract. The compiler and the test refuse a method without a play. */
export const PLAYS: Readonly<Record<MethodName, Play>> = {
  'charge/create': {
    writes: ['created'],
    play: ({ call }) => call['charge/create']({ requestId: 'play-create', amount: 700 }),
  },
  'charge/cancel': {
    writes: ['given-up'],
    play: async ({ call, pending }) => call['charge/cancel']({ id: (await pending()).id }),
  },
  'charge/extend': {
    writes: ['extended'],
    play: async ({ call, pending }) => call['charge/extend']({ id: (await pending()).id }),
  },
  'charge/retry': {
    writes: ['attempt-started'],
    play: async ({ call, queued }) => call['charge/retry']({ id: (await queued()).id }),
  },
  'charge/resume': { play: async ({ call, pending }) => call['charge/resume']({ id: (await pending()).id }) },
  'charge/finalize': {
    writes: ['finalized'],
    play: async ({ call, paid }) => call['charge/finalize']({ id: (await paid()).id }),
  },
  'charge/accept': {
    writes: ['finalized'],
    async play({ app, call, pending }) {
      const { id } = await pending();
      await app.core.playCustomer(id, 'pay-other-amount');
      await app.charge(id, ({ status }) => status === 'approved');
      return call['charge/accept']({ id, pin: MANAGER });
    },
  },
  'charge/refund': {
    writes: ['refund-requested'],
    play: async ({ call, paid }) => {
      const { id, amount } = await paid();
      return call['charge/refund']({ id, requestId: 'play-refund', amount, reason: 'troca', pin: MANAGER });
    },
  },
  'charge/force': {
    writes: ['forced'],
    play: async ({ call, cancelling }) => {
      const { id } = await cancelling();
      return call['charge/force']({ id, outcome: 'not-paid', reason: 'sem resposta', pin: MANAGER });
    },
  },
  'charge/check-receipt': {
    play: async ({ call, paid }) => {
      const { amount } = await paid();
      return call['charge/check-receipt']({ amount, endToEndEnd: null, minute: null });
    },
  },
  'charge/by-code': {
    play: async ({ call, pending }) => {
      const found = await call['charge/get']({ id: (await pending()).id });
      return call['charge/by-code']({ code: found.ok ? found.value.shortCode : '' });
    },
  },
  'charge/get': { play: async ({ call, pending }) => call['charge/get']({ id: (await pending()).id }) },
  'training/act': {
    play: async ({ call, pending }) => call['training/act']({ id: (await pending()).id, act: 'nothing' }),
  },

  'session/sign-in': {
    writes: ['shift-opened'],
    play: async ({ call, ana }) => {
      await call['session/close-shift']({});
      return call['session/sign-in']({ operatorId: ana(), pin: '1234' });
    },
  },
  'session/lock': {
    writes: ['till-locked', 'till-unlocked'],
    async play({ call, ana }) {
      const locked = await call['session/lock']({ cause: 'asked' });
      await call['session/unlock']({ operatorId: ana(), pin: '1234' });
      return locked;
    },
  },
  'session/unlock': {
    writes: ['till-locked', 'till-unlocked'],
    async play({ call, ana }) {
      await call['session/lock']({ cause: 'idle' });
      return call['session/unlock']({ operatorId: ana(), pin: '1234' });
    },
  },
  'session/close-shift': { writes: ['shift-closed'], play: ({ call }) => call['session/close-shift']({}) },
  ...PEOPLE_PLAYS,
  'session/name-shop': { writes: ['settings-changed'], play: ({ call }) => call['session/name-shop'](SHOP) },
  'session/configure': {
    writes: ['settings-changed'],
    play: ({ call }) =>
      call['session/configure']({
        timeLimitMinutes: 4,
        ownExpiry: false,
        shopDocument: null,
        managerPin: MANAGER,
      }),
  },
  'program/list': { play: ({ call }) => call['program/list']({}) },
  'program/add': {
    writes: ['program-added'],
    play: ({ call }) => call['program/add']({ name: 'ERP-X', managerPin: MANAGER }),
  },
  'program/revoke': {
    writes: ['program-revoked'],
    play: ({ call }) => call['program/revoke']({ id: null, managerPin: MANAGER }),
  },
  'session/dismiss-notice': {
    play: ({ app, call }) => {
      app.till().notices.add('backup-failed', 'of the play');
      return call['session/dismiss-notice']({ id: 'backup-failed' });
    },
  },
  'session/sign-notice': {
    writes: ['notice-signed'],
    play: ({ app, call }) => {
      app.till().notices.add('ledger-restored', 'of the play');
      return call['session/sign-notice']({ id: 'ledger-restored', pin: MANAGER });
    },
  },

  'manager/enter': {
    writes: ['manager-entered'],
    play: ({ call }) => call['manager/enter']({ pin: MANAGER }),
  },
  'manager/leave': {
    writes: ['manager-left'],
    play: async ({ call }) => {
      await call['manager/enter']({ pin: MANAGER });
      return call['manager/leave']({});
    },
  },
  'manager/stay': { play: ({ call }) => call['manager/stay']({}) },
  'manager/finalize': {
    writes: ['finalized'],
    play: async ({ call, paid }) => call['manager/finalize']({ id: (await paid()).id }),
  },
  'manager/cancel': {
    writes: ['given-up'],
    play: async ({ call, pending }) => call['manager/cancel']({ id: (await pending()).id }),
  },
  'manager/check': { play: async ({ call, pending }) => call['manager/check']({ id: (await pending()).id }) },

  'manager/day': { play: ({ call }) => call['manager/day']({}) },
  'manager/payments': {
    play: ({ call }) => call['manager/payments']({ filter: {}, cursor: null, limit: 10 }),
  },
  'manager/payment': {
    play: async ({ call, pending }) => call['manager/payment']({ id: (await pending()).id }),
  },
  'manager/filters': { play: ({ call }) => call['manager/filters']({}) },
  'manager/save-filter': {
    writes: ['settings-changed'],
    play: ({ call }) => call['manager/save-filter']({ name: 'Tudo', filter: {} }),
  },
  'manager/delete-filter': {
    writes: ['settings-changed'],
    play: async ({ call }) => {
      await call['manager/save-filter']({ name: 'Nada', filter: {} });
      return call['manager/delete-filter']({ name: 'Nada' });
    },
  },

  'report/allow-file': {
    play: ({ call, folder }) => call['report/allow-file']({ path: join(folder, 'a.csv'), format: 'csv' }),
  },
  'report/start': {
    play: async (desk) => {
      const file = await reportFile(desk, 'b.csv');
      return desk.call['report/start']({ file, filter: {}, replace: false });
    },
  },
  'manager/erase-texts': {
    writes: ['texts-erased'],
    play: async ({ app, call, pending }) => {
      const { id } = await pending();
      await call['charge/cancel']({ id, reason: 'Maria desistiu' });
      await app.charge(id, ({ status }) => status === 'cancelled');
      return call['manager/erase-texts']({ id, pin: MANAGER });
    },
  },
  'manager/export-charge': {
    play: async ({ call, folder, pending }) => {
      const { id } = await pending();
      const allowed = await call['report/allow-file']({ path: join(folder, 'c.json'), format: 'json' });
      const file = allowed.ok ? allowed.value.file : '';
      return call['manager/export-charge']({ id, file, replace: false });
    },
  },
  'report/cancel': { play: ({ call }) => call['report/cancel']({ id: 'none' }) },

  'closing/list': { play: ({ call }) => call['closing/list']({ cursor: null, limit: 10 }) },
  'closing/get': { play: async ({ call, closing }) => call['closing/get']({ id: await closing() }) },
  'closing/print-again': {
    writes: ['closing-printed-again'],
    play: async ({ call, closing }) => call['closing/print-again']({ id: await closing() }),
  },
  'diary/list': { play: ({ call }) => call['diary/list']({ cursor: null, limit: 10 }) },
  'backup/list': { play: ({ call }) => call['backup/list']({}) },
  'backup/now': { play: ({ call }) => call['backup/now']({}) },
  'backup/restore': {
    writes: ['ledger-restored'],
    play: async ({ call }) => {
      const made = await call['backup/now']({});
      const name = made.ok ? made.value.name : '';
      return call['backup/restore']({ name, pin: MANAGER, reason: 'o disco foi trocado' });
    },
  },

  'printing/print': {
    writes: ['put-on-paper'],
    play: async ({ call, pending }) =>
      call['printing/print']({ chargeId: (await pending()).id, slip: 'qr-slip' }),
  },
  'printing/came-out': {
    play: async ({ call, unknownSlip }) => call['printing/came-out']({ id: await unknownSlip() }),
  },
  'printing/reprint': {
    play: async ({ call, unknownSlip }) => call['printing/reprint']({ id: await unknownSlip() }),
  },
  'printing/discard': {
    play: async ({ call, unknownSlip }) => call['printing/discard']({ id: await unknownSlip() }),
  },
  'printing/discover': { play: ({ call }) => call['printing/discover']({}) },
  'printing/find-at': {
    play: ({ call }) => call['printing/find-at']({ address: '192.168.0.50' }),
  },
  'printing/preview': {
    play: ({ call }) => call['printing/preview']({ of: 'test', profile: 'generic-58' }),
  },
  'printing/test-page': {
    play: async ({ call, printer }) => call['printing/test-page']({ setup: await printer() }),
  },
  'printing/configure': {
    writes: ['settings-changed'],
    play: async ({ call, printer }) =>
      call['printing/configure']({ setup: await printer(), automatic: false, drawer: false }),
  },

  'gateway/test': {
    play: ({ call, trainingKeys }) => call['gateway/test'](trainingKeys()),
  },
  'gateway/check-address': {
    play: ({ call }) => call['gateway/check-address']({ address: KEYS.baseUrl }),
  },
  'gateway/use': {
    writes: ['gateway-changed'],
    play: ({ call }) => call['gateway/use']({ credentials: KEYS }),
  },
  'till/quit-check': { play: ({ call }) => call['till/quit-check']({}) },
  // The last one: for 30 s nothing answers after it.
  'training/interrupt': { play: ({ call }) => call['training/interrupt']({ how: 'no-connection' }) },
};
