import type { Column } from '../columns.ts';

/** One state of a charge: a cell for each event, `no: <why>` or the next state, its news and its effects. */
export type Row = Record<Column, string>;
