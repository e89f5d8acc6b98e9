import { describe, expect, it } from 'vitest';
import { createNames } from '../../../main/core/directory/names.ts';
import type { GatewayWallet } from '../../../main/core/gateway/port.ts';
import { ACTOR_NAMES, ACTORS } from '../../../shared/domain/people/actors.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';

const account = (wallet: string, label: string, name: string, pixDictKey: string | null): GatewayWallet => ({
  wallet,
  label,
  name,
  pixDictKey,
  minimum: centavos(1),
  pixPsp: null,
  isDefault: false,
});

const LISTED = [
  account('pix', 'Pix', 'Pix (Conta principal)', 'key-a'),
  account('pix', 'Pix', 'Pix (Conta reserva)', 'key-b'),
  account('picpay', 'PicPay', 'PicPay', null),
];
const people: Record<string, string> = { 'id-of-ana': 'Ana' };
const names = createNames(
  (id) => people[id] ?? null,
  () => LISTED,
);

describe('the name of an account', () => {
  it.each([
    ['pix', 'key-a', 'Pix (Conta principal)'],
    ['pix', 'key-b', 'Pix (Conta reserva)'],
    ['picpay', null, 'PicPay'],
    // An account that is not listed any more is not called by the nickname of another.
    ['pix', 'key-of-a-closed-account', 'Pix'],
    ['pix', null, 'Pix'],
    ['novelty', null, 'novelty'],
  ])('%s with the key %s is read as %s', (wallet, key, read) => {
    expect(names.wallet(wallet, key)).toBe(read);
  });

  it('has no nickname where money of several accounts is one sum', () => {
    expect(names.allOf('pix')).toBe('Pix');
    expect(names.allOf('novelty')).toBe('novelty');
  });
});

describe('the name of whoever acted', () => {
  it('is the person’s, or the id of a person who is unknown here', () => {
    expect(names.person('id-of-ana')).toBe('Ana');
    expect(names.person('id-of-a-stranger')).toBe('id-of-a-stranger');
  });

  it.each(Object.values(ACTORS))('%s is read in words, and is no person on paper', (actor) => {
    expect(names.person(actor)).toBe(ACTOR_NAMES[actor]);
    expect(names.person(actor)).not.toBe(actor);
    expect(names.knownPerson(actor)).toBeNull();
  });
});
