import { describe, expect, it } from 'vitest';
import { isZone } from '../../../../shared/domain/business-day/zone.ts';

describe('isZone', () => {
  it.each(['America/Sao_Paulo', 'America/Noronha', 'America/Manaus', 'America/Rio_Branco', 'UTC'])(
    'knows %s',
    (text) => {
      expect(isZone(text)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    'Mars/Base',
    'America/Sao_Paulo ',
    'America/São_Paulo',
    '-03:00',
    '+03:00',
    '-03',
    'GMT-3',
    'undefined',
  ])('does not know %j', (text) => {
    expect(isZone(text)).toBe(false);
  });
});
