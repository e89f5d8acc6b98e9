import type { PaymentFilter } from '../../../shared/contract/manager.ts';
import { businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { PANEL_WORDS, type PanelWord } from '../../../shared/domain/charge/panel-word.ts';
import { dayBeside } from '../day/dates.ts';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** What the filters say, as the address carries it: `periodo=week&situacao=approved,refunded&min=2590`. */
export interface Query {
  readonly period: Period;
  /** `YYYY-MM-DDTHH:mm` on the store's clock; given, they stand in the place of the period. */
  readonly from: string;
  readonly to: string;
  readonly words: readonly PanelWord[];
  readonly wallet: string;
  readonly operator: string;
  /** Centavos. */
  readonly min: number | null;
  readonly max: number | null;
  readonly late: boolean;
  readonly forced: boolean;
  readonly text: string;
}

export function readQuery(query: string): Query {
  const given = new URLSearchParams(query);
  const words = (given.get('situacao') ?? '').split(',');
  const period = PERIODS.find((each) => each === given.get('periodo'));
  return {
    period: period ?? 'today',
    from: instantOrNothing(given.get('de')),
    to: instantOrNothing(given.get('ate')),
    words: PANEL_WORDS.filter((word) => words.includes(word)),
    wallet: given.get('carteira') ?? '',
    operator: given.get('operador') ?? '',
    min: centavosOrNull(given.get('min')),
    max: centavosOrNull(given.get('max')),
    late: given.get('atraso') === '1',
    forced: given.get('semprova') === '1',
    text: (given.get('texto') ?? '').slice(0, 80),
  };
}

export function writeQuery(query: Query): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string): void => {
    if (value !== '') said.set(name, value);
  };
  put('periodo', query.period === 'today' ? '' : query.period);
  put('de', query.from);
  put('ate', query.to);
  put('situacao', query.words.join(','));
  put('carteira', query.wallet);
  put('operador', query.operator);
  put('min', query.min === null ? '' : String(query.min));
  put('max', query.max === null ? '' : String(query.max));
  put('atraso', query.late ? '1' : '');
  put('semprova', query.forced ? '1' : '');
  put('texto', query.text);
  return said.toString();
}

/** The filter of the wire. `today` is the store's day. */
export function filterOf(query: Query, today: string, zone: string): PaymentFilter {
  const { words, wallet, operator, min, max, late, forced, text } = query;
  return {
    ...boundsOf(query, today, zone),
    ...(words.length === 0 ? {} : { words: [...words] }),
    ...(wallet === '' ? {} : { wallets: [wallet] }),
    ...(operator === '' ? {} : { operators: [operator] }),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(late ? { late: true } : {}),
    ...(forced ? { forced: true } : {}),
    ...(text.trim() === '' ? {} : { text }),
  };
}

function boundsOf(
  { period, from, to }: Query,
  today: string,
  zone: string,
): Pick<PaymentFilter, 'from' | 'to'> {
  if (from !== '' || to !== '') {
    return {
      ...(from === '' ? {} : { from: instantOf(from, zone) }),
      // The minute that was typed belongs to what is wanted.
      ...(to === '' ? {} : { to: instantOf(to, zone) + 60_000 }),
    };
  }
  const first: Record<Period, string | null> = {
    today,
    yesterday: dayBeside(today, -1),
    week: dayBeside(today, -6),
    month: dayBeside(today, -29),
    all: null,
  };
  const day = first[period];
  if (day === null) return {};
  const bounds = businessDayRange(day, zone);
  return period === 'yesterday' ? { from: bounds.from, to: bounds.to } : { from: bounds.from };
}

function instantOf(text: string, zone: string): number {
  const [day = '', time = '00:00'] = text.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return businessDayRange(day, zone).from + (hours * 60 + minutes) * 60_000;
}

function instantOrNothing(text: string | null): string {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/.test(text)
    ? text
    : '';
}

function centavosOrNull(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
