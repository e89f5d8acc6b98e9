import type { Outcome } from '../../../../shared/domain/charge/change.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { effectText } from './samples.ts';

/** A cell of a table: why an event was refused, or the next state, what is new about it, and its effects. */
export function cell(before: Charge, outcome: Outcome): string {
  if (!outcome.ok) return `no: ${outcome.error}`;
  const { charge: after, effects } = outcome.value;
  const news =
    (after.late && !before.late ? ' late' : '') +
    (after.problem !== null && after.problem !== before.problem ? ` (${after.problem.code})` : '');
  return [after.status + news, ...effects.map(effectText)].join(', ');
}
