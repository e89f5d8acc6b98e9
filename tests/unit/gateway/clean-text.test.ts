import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanDetail,
  cleanMessage,
  cleanText,
  cleanWord,
} from '../../../main/core/gateway/wire/clean-text.ts';
import { toGatewayWord } from '../../../main/core/gateway/wire/status-word.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('a text of the gateway', () => {
  it.each([
    ['a text', (text: string) => cleanText(text, 40), 40],
    ['a message', cleanMessage, 200],
    ['a detail', cleanDetail, 200],
    ['a word', cleanWord, 64],
  ] as const)('%s is short and printable, whatever came', (_name, clean, max) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = clean(text);
        expect(cleaned.length).toBeLessThanOrEqual(max);
        expect(cleaned).not.toMatch(UNPRINTABLE);
      }),
    );
  });

  it('that is short and printable stays as it is', () => {
    const plain = fc.stringMatching(/^[A-Za-z0-9áéíõç.,:-]{1,40}$/);
    fc.assert(fc.property(plain, (text) => cleanText(text, 40) === text));
  });

  it('is never cut through a character', () => {
    expect(cleanText('ab😀😀', 4)).toBe('ab…');
  });

  it.each([
    ['no tag: 1 < 2 and 3 > 2', 'no tag: 1 < 2 and 3 > 2'],
    ['<p>Não\u00a0autorizado</p>', 'Não autorizado'],
    ['<!DOCTYPE html><h1 class="a">502</h1><hr>', '502'],
  ])('loses its HTML: %j', (text, cleaned) => {
    expect(cleanMessage(text)).toBe(cleaned);
  });

  it('of a word never becomes a known one by cleaning', () => {
    const known = fc.constantFrom('approved', 'pending', 'cancelled', 'refunded');
    const odd = fc.constantFrom('\u0000', '\n', '\u200b', '\u202e', '\ud800', '\u2028');
    fc.assert(
      fc.property(known, odd, fc.nat(9), (word, sign, place) => {
        const came = `${word.slice(0, place)}${sign}${word.slice(place)}`;
        expect(toGatewayWord(cleanWord(came))).toBe('unknown');
      }),
    );
  });
});
