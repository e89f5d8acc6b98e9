import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPin, verifyPin } from '../../../main/core/directory/people/pin.ts';
import { addTrainingPeople } from '../../../main/core/directory/people/training-people.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { setUpPeople } from './setup-people.ts';

describe('a PIN at rest', () => {
  it('is a salted hash with the slow parameters that OWASP lists, and says which', async () => {
    const [one, other] = await Promise.all([hashPin('4821', systemRandom), hashPin('4821', systemRandom)]);
    const [scheme, n, r, p, salt, hash] = one.split('$');
    expect([scheme, n, r, p]).toEqual(['scrypt', '32768', '8', '3']);
    expect(Buffer.from(salt!, 'base64url')).toHaveLength(16);
    const cost = { N: 32_768, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
    const again = scryptSync('4821', Buffer.from(salt!, 'base64url'), 32, cost);
    expect(hash).toBe(again.toString('base64url'));
    expect(other).not.toBe(one);
    expect(one).not.toContain('4821');
  });

  it('is the right one, or not', async () => {
    const stored = await hashPin('4821', systemRandom);
    expect(await verifyPin('4821', stored)).toBe(true);
    expect(await verifyPin('4822', stored)).toBe(false);
  });

  it('is checked with the parameters that it was hashed with, so that they can grow', async () => {
    const hash = scryptSync('4821', 'old salt', 32, { N: 1024, r: 4, p: 1 }).toString('base64url');
    const stored = `scrypt$1024$4$1$${Buffer.from('old salt').toString('base64url')}$${hash}`;
    expect(await verifyPin('4821', stored)).toBe(true);
    expect(await verifyPin('0000', stored)).toBe(false);
  });

  it('of training is public and checked at once, until the person is given another one', async () => {
    const { operators, ledger } = setUpPeople({ locks: false });
    await addTrainingPeople(operators);
    const costs = () =>
      ledger.db
        .prepare<[], { pin_hash: string }>('SELECT pin_hash FROM operator ORDER BY name')
        .all()
        .map(({ pin_hash }) => pin_hash.split('$').slice(0, 4).join('$'));
    expect(costs()).toEqual(['scrypt$2$1$1', 'scrypt$2$1$1']);
    const ana = operators.byName('Ana')!;
    expect(await operators.check(ana.id, '1234', { channel: 'window' })).toEqual({ ok: true, value: ana });
    await operators.setPin(ana.id, '8642', byWindow(ana.id));
    expect(costs()).toEqual(['scrypt$32768$8$3', 'scrypt$2$1$1']);
  });

  it('that is no hash of ours is a bug', async () => {
    await expect(verifyPin('4821', 'plain 4821')).rejects.toThrow('not a PIN hash');
  });
});
