import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { CHARGE_EVENT_BODIES, TILL_EVENT_BODIES } from '../../../shared/contract/ledger-events.ts';
import type { TillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { anyHistory } from '../domain/charge/any-history.ts';
import { COLUMNS } from '../domain/charge/columns.ts';
import { shop } from './verified-shop.ts';

const bodies: Readonly<Record<string, (typeof TILL_EVENT_BODIES)['manager-left']>> = {
  ...CHARGE_EVENT_BODIES,
  ...TILL_EVENT_BODIES,
} as never;

/** Holds an event against the schema of its type: nothing is missing, and nothing is left out. */
function expectFit({ type, body }: { readonly type: string; readonly body: object }): void {
  expect(bodies[type], type).toBeDefined();
  // As another program gets it: what is undefined is not there.
  const sent = JSON.parse(JSON.stringify(body)) as object;
  expect(bodies[type]?.parse(sent), type).toEqual(sent);
}

const bodyOf = <T extends { readonly type: string }>({ type, ...body }: T) => ({ type, body });

/** What the shop of the test does not do. */
const OTHERS: readonly TillEvent[] = [
  { type: 'wallet-chosen', body: { wallet: 'pix', pixDictKey: 'a@b.example' } },
  { type: 'wallet-chosen', body: { wallet: 'picpay', pixDictKey: null } },
  { type: 'gateway-changed', body: { change: 'replaced', host: 'api.example', clientIdEnd: 'c3d4' } },
  { type: 'gateway-changed', body: { change: 'removed', host: null, clientIdEnd: null } },
  {
    type: 'gateway-changed',
    body: { change: 'changed-outside', host: 'api.example', clientIdEnd: 'c3d4', clientIdHash: 'ab12' },
  },
  { type: 'head-signed', body: { seq: 7, hash: 'ab', publicKey: 'cd', signature: 'ef==' } },
  {
    type: 'ledger-head-differs',
    body: { kind: 'cut', knownSeq: 9, knownHash: 'ab', seq: 7, hash: 'cd' },
  },
  { type: 'notice-signed', body: { code: 'ledger-restored', detail: '2026-11-23' } },
  { type: 'till-locked', body: { shiftId: 's1', cause: 'idle' } },
  { type: 'till-unlocked', body: { shiftId: 's1' } },
  { type: 'shift-taken-over', body: { shiftId: 's1', operatorId: 'bia', from: 'ana' } },
  { type: 'manager-entered', body: {} },
  { type: 'manager-left', body: {} },
  { type: 'ledger-restored', body: { backup: null, setAside: 'ledger-damaged-x.db', salvaged: 12 } },
  {
    type: 'ledger-restored',
    body: { backup: 'x.db', setAside: 'y.db', salvaged: 0, lost: 3, reason: 'disco trocado' },
  },
  { type: 'closing-printed-again', body: { shiftId: 's1' } },
  { type: 'program-added', body: { id: '0a1b2c3d', name: 'ERP-X' } },
  { type: 'program-revoked', body: { id: '0a1b2c3d', name: 'ERP-X' } },
  { type: 'program-revoked', body: { id: null, name: null } },
  { type: 'texts-erased', body: { chargeId: '01KJQ8P0000000000000000001' } },
  { type: 'pin-failed', body: { who: 'Ana, Rui' } },
  { type: 'pin-unlocked', body: { id: 'p1', name: 'Ana' } },
  { type: 'pin-digest-noted', body: { id: 'p1', pinDigest: 'ab12' } },
  { type: 'person-pin-changed', body: { id: 'p1', name: 'Ana', pinDigest: 'ab12' } },
  { type: 'person-pin-changed', body: { id: 'p1', name: 'Ana', pinDigest: 'ab12', recovered: true } },
  { type: 'person-renamed', body: { id: 'p1', from: 'Ana', name: 'Ana Paula' } },
  { type: 'person-role-changed', body: { id: 'p1', name: 'Ana', role: 'manager' } },
  { type: 'person-deactivated', body: { id: 'p1', name: 'Ana' } },
  { type: 'operator-added', body: { id: 'p1', name: 'Ana', role: 'operator', pinDigest: 'ab12' } },
  {
    type: 'ledger-identified',
    body: { tillId: '01KJQ8P0000000000000000001', storeId: '01KJQ8P0000000000000000002', mode: 'production' },
  },
  {
    type: 'gateway-place-learned',
    body: { storeId: 's1', storeName: 'Loja Centro', tillId: 't1', tillName: null },
  },
  // Of a version before closings.
  { type: 'shift-closed', body: { shiftId: 's1' } },
];

describe('the schema of an event fits what the till writes', () => {
  it.each(Object.entries(COLUMNS))('%s', (_name, event) => expectFit(bodyOf(event)));

  it('in every history of a charge', () => {
    fc.assert(fc.property(anyHistory, (steps) => steps.forEach(({ event }) => expectFit(bodyOf(event)))));
  });

  it.each(OTHERS)('$type: $body', expectFit);

  it('in a whole ledger, as its rows are stored', () => {
    const db = openReadOnly(shop());
    const rows = [...createEventLog(db).raw(0)].map(({ type, body }) => ({
      type,
      body: JSON.parse(body) as object,
    }));
    db.close();
    expect(rows.length).toBeGreaterThan(25);
    rows.forEach(expectFit);
    expect(rows.find(({ type }) => type === 'operator-added')?.body).toHaveProperty('via', {
      channel: 'window',
    });
  });

  it('has each type there or here', () => {
    const met = new Set<string>(OTHERS.map(({ type }) => type));
    for (const type of ['shift-opened', 'operator-added', 'settings-changed']) met.add(type);
    expect([...met].sort()).toEqual(Object.keys(TILL_EVENT_BODIES).sort());
  });
});

describe('how a request came, in a body of each type', () => {
  const pathsOf = (type: string, via: unknown): string[] =>
    (bodies[type]?.safeParse({ via }).error?.issues ?? []).map(({ path }) => path.join('.'));

  it.each(Object.keys(bodies))('%s', (type) => {
    for (const via of [undefined, { channel: 'window' }, { channel: 'api', client: 'ERP-X 2.1' }])
      expect(pathsOf(type, via).filter((path) => path.startsWith('via'))).toEqual([]);
    expect(pathsOf(type, { channel: 'fax' })).toContain('via.channel');
    expect(pathsOf(type, { client: 'ERP-X 2.1' })).toContain('via.channel');
    expect(pathsOf(type, { channel: 'api', client: 'two\nlines' })).toContain('via.client');
    expect(pathsOf(type, { channel: 'api', client: 'x'.repeat(81) })).toContain('via.client');
  });
});

describe('a body that does not fit is refused', () => {
  it.each([
    ['an amount in reais', 'refund-requested', { refundId: 'r1', amount: 12.5, reason: null }],
    ['an amount below zero', 'refund-requested', { refundId: 'r1', amount: -1, reason: null }],
    [
      'a word that no gateway says',
      'seen',
      { attempt: 1, askedAt: 1, word: 'pago', rawWord: 'pago', paidAmount: null, endToEndId: null },
    ],
    ['an attempt without a number', 'queued', { detail: 'unreachable' }],
    ['a role that no person has', 'operator-added', { id: 'x', name: 'Ana', role: 'owner' }],
    ['a time that is a text', 'extended', { deadlineAt: '2026-03-02' }],
  ])('%s', (_what, type, body) => {
    expect(bodies[type]?.safeParse(body).success).toBe(false);
  });

  it('what a newer version adds is left out', () => {
    expect(bodies['shift-opened']?.parse({ shiftId: 's', operatorId: 'o', mood: 'good' })).toEqual({
      shiftId: 's',
      operatorId: 'o',
    });
  });
});
