import { expect, it } from 'vitest';
import { guessProfile, isSeenPrinter } from '../../../main/core/printing/guess-profile.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';

it.each([
  ['04b8', '0e27', 'epson'],
  ['04b8', 'ffff', 'epson'],
  ['20d1', '7008', 'elgin-i9'],
  ['0b1b', '0003', 'bematech-escpos'],
  ['23b8', '0005', 'daruma'],
  ['0416', '5011', 'generic-58'],
  ['1234', '5678', 'generic-80'],
])('begins with a profile for %s:%s', (vendor, product, profile) => {
  expect(guessProfile({ vendor, product })).toBe(profile);
  expect(PROFILES).toHaveProperty(profile);
});

it('begins with the plainest for what has no USB identity', () => {
  expect(guessProfile(undefined)).toBe('generic-80');
});

it('knows a printer from a keyboard by its number alone', () => {
  expect(isSeenPrinter({ vendor: '04b8', product: '0e03' })).toBe(true);
  expect(isSeenPrinter({ vendor: '046d', product: 'c31c' })).toBe(false);
});
