import type { Column } from '../columns.ts';

/**
 * One state of a charge: a cell for each event that can apply, `no: <why>` or the next state, its news and its effects. Every
 * other event is not applicable.
 */
export type Row = Partial<Record<Column, string>>;
