import { businessDayRange } from '../../../../shared/domain/business-day/business-day.ts';
import { formatDateTime } from '../../../../shared/domain/business-day/format-time.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';
import { reais } from './reais.ts';
import type { Shop } from './shop.ts';
import { PANEL_TITLES } from './words.ts';
import type { Facts } from './xlsx/sums-sheets.ts';

/** Returns the head of a report: the shop, the filter, and the instant at which the charges were read. */
export function factsOf(shop: Shop, filter: ChargeFilter, now: EpochMs): Facts {
  const { zone } = shop;
  const { fromDay, toDay } = filter;
  const instant = (at: EpochMs | undefined): string | null =>
    at === undefined ? null : formatDateTime(at, zone, 'second');
  const given: [string, string | null][] = [
    ['Loja', shop.name],
    ['Caixa', shop.till],
    [
      'De',
      instant(filter.from ?? (fromDay === undefined ? undefined : businessDayRange(fromDay, zone).from)),
    ],
    [
      'Até antes de',
      instant(filter.to ?? (toDay === undefined ? undefined : businessDayRange(toDay, zone).to)),
    ],
    ['Situação', filter.panels?.map((panel) => PANEL_TITLES[panel]).join(', ') ?? null],
    ['Carteira', filter.wallets?.map((wallet) => shop.names.allOf(wallet)).join(', ') ?? null],
    ['Valor mínimo', filter.min === undefined ? null : `R$ ${reais(filter.min, ',')}`],
    ['Valor máximo', filter.max === undefined ? null : `R$ ${reais(filter.max, ',')}`],
    ['Operador', filter.operators?.map(shop.names.person).join(', ') ?? null],
    ['Só das lojas', filter.stores?.join(', ') ?? null],
    ['Só dos caixas', filter.tills?.join(', ') ?? null],
    ['Só pagas com atraso', filter.late === true ? 'sim' : null],
    ['Só sem confirmação', filter.unproven === true ? 'sim' : null],
    ['Procurado', filter.text ?? null],
    ['Referência', filter.reference ?? null],
    [
      'Devoluções',
      'contam no dia da venda; onde não se sabe quanto foi devolvido, ficam fora de Devolvido e Líquido',
    ],
    ['Gerado em', formatDateTime(now, zone, 'second')],
  ];
  return given.filter((fact): fact is [string, string] => fact[1] !== null);
}
