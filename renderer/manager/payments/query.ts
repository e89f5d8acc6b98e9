import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { SEARCH_TEXT_LIMIT } from '../../../shared/domain/manager/search-text.ts';
import { isCentavos } from '../../../shared/domain/money/centavos.ts';
import { PANEL_STATUSES, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** The filters in the form of the address: `periodo=week&situacao=aprovado,estorno&min=2590`. */
export interface Query {
  /** Null before a choice. */
  readonly period: Period | null;
  /** `YYYY-MM-DDTHH:mm` in the store's zone. If set, they replace the period. */
  readonly from: string;
  readonly to: string;
  readonly words: readonly PanelStatus[];
  readonly wallet: string;
  readonly operator: string;
  readonly store: string;
  readonly till: string;
  /** Centavos. */
  readonly min: number | null;
  readonly max: number | null;
  readonly late: boolean;
  readonly unproven: boolean;
  readonly text: string;
}

/** Reads the filters of an address. Ignores values that are not valid. */
export function readQuery(query: string): Query {
  const given = new URLSearchParams(query);
  const words = (given.get('situacao') ?? '').split(',');
  return {
    period: PERIODS.find((each) => each === given.get('periodo')) ?? null,
    from: instantOrNothing(given.get('de')),
    to: instantOrNothing(given.get('ate')),
    words: PANEL_STATUSES.filter((word) => words.includes(word)),
    wallet: given.get('carteira') ?? '',
    operator: given.get('operador') ?? '',
    store: given.get('loja') ?? '',
    till: given.get('caixa') ?? '',
    min: askedAmount(given.get('min')),
    max: askedAmount(given.get('max')),
    late: given.get('atraso') === '1',
    unproven: given.get('semconfirmacao') === '1',
    text: (given.get('texto') ?? '').slice(0, SEARCH_TEXT_LIMIT),
  };
}

/** Returns the address of the filters. */
export function writeQuery(query: Query): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string): void => {
    if (value !== '') said.set(name, value);
  };
  put('periodo', query.period ?? '');
  put('de', query.from);
  put('ate', query.to);
  put('situacao', query.words.join(','));
  put('carteira', query.wallet);
  put('operador', query.operator);
  put('loja', query.store);
  put('caixa', query.till);
  put('min', String(query.min ?? ''));
  put('max', String(query.max ?? ''));
  put('atraso', query.late ? '1' : '');
  put('semconfirmacao', query.unproven ? '1' : '');
  put('texto', query.text);
  return said.toString();
}

/** Returns the filter of the wire. Days and times are in the store's zone. */
export function filterOf(query: Query): PaymentFilter {
  const { words, wallet, operator, store, till, min, max, late, unproven, text } = query;
  return {
    ...periodOf(query),
    ...(words.length === 0 ? {} : { statuses: [...words] }),
    ...(wallet === '' ? {} : { wallets: [wallet] }),
    ...(operator === '' ? {} : { operators: [operator] }),
    ...(store === '' ? {} : { stores: [store] }),
    ...(till === '' ? {} : { tills: [till] }),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(late ? { late: true } : {}),
    ...(unproven ? { unproven: true } : {}),
    ...(text.trim() === '' ? {} : { text }),
  };
}

/** True if all charges of a filter are of one day. */
export function isOneDay({ period }: PaymentFilter): boolean {
  if (period?.kind === 'range') return period.from !== undefined && period.from === period.to;
  return period?.kind === 'today' || period?.kind === 'yesterday';
}

/** Returns the address of a saved filter. */
export function queryOf({ period, ...filter }: PaymentFilter): string {
  const range = period?.kind === 'range' ? period : null;
  const at = (day: string | undefined, time: string): string => (day === undefined ? '' : `${day}T${time}`);
  return writeQuery({
    period: period === undefined || range !== null ? 'all' : (period as { kind: Period }).kind,
    from: at(range?.from, range?.fromTime ?? '00:00'),
    to: at(range?.to, range?.toTime ?? '23:59'),
    words: filter.statuses ?? [],
    wallet: filter.wallets?.[0] ?? '',
    operator: filter.operators?.[0] ?? '',
    store: filter.stores?.[0] ?? '',
    till: filter.tills?.[0] ?? '',
    min: filter.min ?? null,
    max: filter.max ?? null,
    late: filter.late ?? false,
    unproven: filter.unproven ?? false,
    text: filter.text ?? '',
  });
}

/**
 * Returns the period that is used: De and Até if one is set, else the chosen period, else today. A text without a period is
 * searched everywhere, because a person with a code seldom knows its day.
 */
export function ruling({ period, from, to, text }: Query): Period | 'range' {
  if (from !== '' || to !== '') return 'range';
  return period ?? (text.trim() === '' ? 'today' : 'all');
}

function periodOf(query: Query): Pick<PaymentFilter, 'period'> {
  const { from, to } = query;
  const period = ruling(query);
  if (period === 'all') return {};
  if (period !== 'range') return { period: { kind: period } };
  const [fromDay, fromTime] = from.split('T');
  const [toDay, toTime] = to.split('T');
  const start = fromTime === undefined ? {} : { from: fromDay, fromTime };
  const end = toTime === undefined ? {} : { to: toDay, toTime };
  return { period: { kind: 'range', ...start, ...end } };
}

function instantOrNothing(text: string | null): string {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/.test(text)
    ? text
    : '';
}

function askedAmount(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) && isCentavos(Number(text)) ? Number(text) : null;
}
