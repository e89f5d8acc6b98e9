import { expect, it } from 'vitest';
import { createNames } from '../../../../main/core/directory/names.ts';
import { factsOf } from '../../../../main/core/reports/export/facts.ts';
import type { ChargeFilter } from '../../../../main/core/search/charge-filter.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';

const shop = {
  name: 'Padaria',
  till: 'caixa-1',
  identity: null,
  zone: 'America/Sao_Paulo',
  names: createNames(
    (id) => (id === 'ana' ? 'Ana' : null),
    () => [],
  ),
};
const NOW = epochMs(Date.parse('2026-03-02T15:00:00Z'));

/** The facts without those that every report has. */
function factsAbout(filter: ChargeFilter) {
  const always = ['Loja', 'Caixa', 'Devoluções', 'Gerado em'];
  return Object.fromEntries(factsOf(shop, filter, NOW).filter(([name]) => !always.includes(name)));
}

it.each<[ChargeFilter, Record<string, string>]>([
  [{}, {}],
  [
    { fromDay: '2026-03-01', toDay: '2026-03-02' },
    { De: '01/03/2026 00:00:00', 'Até antes de': '03/03/2026 00:00:00' },
  ],
  [
    { fromDay: '2026-03-01', from: epochMs(Date.parse('2026-03-01T12:30:00-03:00')) },
    { De: '01/03/2026 12:30:00' },
  ],
  [
    { toDay: '2026-03-01', to: epochMs(Date.parse('2026-03-01T18:01:00-03:00')) },
    { 'Até antes de': '01/03/2026 18:01:00' },
  ],
  [{ panels: ['aprovado', 'estorno-parcial'] }, { Situação: 'APROVADO, DEVOLUÇÃO PARCIAL' }],
  [
    { min: 0, max: 123_456 },
    { 'Valor mínimo': 'R$ 0,00', 'Valor máximo': 'R$ 1234,56' },
  ],
  [
    { wallets: ['pix'], operators: ['ana'], stores: ['Centro'], tills: ['caixa-1', 'caixa-2'] },
    { Carteira: 'pix', Operador: 'Ana', 'Só das lojas': 'Centro', 'Só dos caixas': 'caixa-1, caixa-2' },
  ],
  [
    { late: true, unproven: true },
    { 'Só pagas com atraso': 'sim', 'Só sem confirmação': 'sim' },
  ],
  [
    { text: 'pdv 1', reference: 'PDV 1' },
    { Procurado: 'pdv 1', Referência: 'PDV 1' },
  ],
])('the head of a report tells the filter: %j', (filter, expected) => {
  expect(factsAbout(filter)).toEqual(expected);
});

it('the head of a report tells the shop and the instant', () => {
  expect(factsOf(shop, {}, NOW)).toEqual([
    ['Loja', 'Padaria'],
    ['Caixa', 'caixa-1'],
    ['Devoluções', expect.stringContaining('dia da venda')],
    ['Gerado em', '02/03/2026 12:00:00'],
  ]);
});
