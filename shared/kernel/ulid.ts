import type { Random } from './random.ts';
import type { EpochMs } from './time.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Returns a new ULID: 48 bits of time and 80 random bits in 26 characters of Crockford base32, sortable by time.
 * Source: the ULID specification, github.com/ulid/spec.
 */
export function ulid(now: EpochMs, random: Pick<Random, 'bytes'>): string {
  const chance = Array.from(random.bytes(16), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return timePart(now) + chance;
}

/** True for the 26 characters of a ULID in upper case. */
export function isUlid(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}

/** Returns the smallest ULID of an instant. An id that is made at `at` or later is never smaller. */
export function ulidFloor(at: EpochMs): string {
  return timePart(at) + '0'.repeat(16);
}

/** Returns the 48 bits of milliseconds in ten characters. */
function timePart(at: EpochMs): string {
  let time = '';
  let rest: number = at;
  for (let place = 0; place < 10; place++) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  return time;
}
