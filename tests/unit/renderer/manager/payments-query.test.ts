import { describe, expect, it } from 'vitest';
import {
  filterOf,
  queryOf,
  readQuery,
  ruling,
  writeQuery,
} from '../../../../renderer/manager/payments/query.ts';
import { PaymentFilter } from '../../../../shared/contract/payments.ts';
import { SEARCH_TEXT_LIMIT } from '../../../../shared/domain/manager/search-text.ts';
import { MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';

const again = (query: string): string => writeQuery(readQuery(query));

describe('the filters in the address', () => {
  it('take every amount that the contract takes', () => {
    const query = `min=1000000000&max=${MAX_CENTAVOS}`;
    expect(filterOf(readQuery(query))).toMatchObject({ min: 1_000_000_000, max: MAX_CENTAVOS });
    expect(again(query)).toBe(query);
  });

  it.each(['abc', '~abc', '12,345', '-5', String(MAX_CENTAVOS + 1), '9999999999999999999'])(
    'leave %s out, which is no amount',
    (text) => {
      expect(readQuery(`min=${text}`).min).toBeNull();
      expect(again(`max=${text}`)).toBe('');
    },
  );

  it('search a text everywhere until a period is chosen, and today without a text', () => {
    expect(filterOf(readQuery(''))).toEqual({ period: { kind: 'today' } });
    expect(ruling(readQuery('texto=abc'))).toBe('all');
    expect(filterOf(readQuery('texto=abc'))).toEqual({ text: 'abc' });
    expect(filterOf(readQuery('periodo=today&texto=abc'))).toEqual({
      period: { kind: 'today' },
      text: 'abc',
    });
    expect(again('periodo=today&texto=abc')).toBe('periodo=today&texto=abc');
  });

  it('say that a range rules, whatever the period was', () => {
    const asked = readQuery('periodo=week&de=2026-11-01T08:00');
    expect(ruling(asked)).toBe('range');
    expect(filterOf(asked)).toEqual({ period: { kind: 'range', from: '2026-11-01', fromTime: '08:00' } });
  });

  it('cut a text where the contract would refuse it', () => {
    const { text } = readQuery(`texto=${'x'.repeat(SEARCH_TEXT_LIMIT + 20)}`);
    expect(PaymentFilter.safeParse({ text }).success).toBe(true);
    expect(PaymentFilter.safeParse({ text: `${text}x` }).success).toBe(false);
  });

  it.each(['', 'texto=abc', 'periodo=all&min=500', 'de=2026-11-01T08%3A00&situacao=aprovado'])(
    'come back from a kept filter as the same filter: %s',
    (query) => {
      const filter = filterOf(readQuery(query));
      expect(PaymentFilter.parse(filter)).toEqual(filter);
      expect(filterOf(readQuery(queryOf(filter)))).toEqual(filter);
    },
  );
});
