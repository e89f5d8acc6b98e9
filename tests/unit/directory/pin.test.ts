import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPin, verifyPin } from '../../../main/core/directory/people/pin.ts';

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

  it('that is no hash of ours is a bug', async () => {
    await expect(verifyPin('4821', 'plain 4821')).rejects.toThrow('not a PIN hash');
  });
});
