import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../../../shared/kernel/random.ts';
import { NO_PIN } from '../../ledger/projections/people-event.ts';

/** Parameters of scrypt. */
interface PinCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * scrypt at N=2^15, r=8, p=3: a setting that the OWASP Password Storage Cheat Sheet lists. A PIN is short, so its real
 * guard is the growing delay; the hash protects a stolen data folder.
 */
const SLOW: PinCost = { N: 2 ** 15, r: 8, p: 3 };
/** For a PIN that is public, as in training. A slow hash would protect nothing, and each sign-in would wait for it. */
export const PUBLIC_PIN_COST: PinCost = { N: 2, r: 1, p: 1 };
/** The most memory of a hash, bytes. */
const MOST_MEMORY = 64 * 2 ** 20;
const LENGTH = 32;

/** Returns a salted hash of a PIN, with its parameters, as text. It is slow, except for a PIN that is public. */
export async function hashPin(pin: string, random: Pick<Random, 'bytes'>, cost = SLOW): Promise<string> {
  const salt = Buffer.from(random.bytes(16));
  const hash = await derive(pin, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** True if `pin` is the one that was hashed. False if the person has no PIN. Throws if `stored` is not a hash of ours. */
export async function verifyPin(pin: string, stored: string): Promise<boolean> {
  if (stored === NO_PIN) return false;
  const [scheme, n, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) throw new Error('not a PIN hash');
  const wanted = Buffer.from(hash, 'base64url');
  const got = await derive(pin, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  return timingSafeEqual(wanted, got);
}

function derive(pin: string, salt: Buffer, cost: PinCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: MOST_MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
