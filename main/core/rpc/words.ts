import type { Reply } from '../../../shared/contract/define.ts';

/** An expected failure, with its figures. */
export const fail = <E extends string>(
  code: E,
  details?: Record<string, string | number>,
): Reply<never, E> => ({
  ok: false,
  error: { code, message: code, ...(details === undefined ? {} : { details }) },
});

interface Refusal<E extends string> {
  readonly code: E;
  readonly waitMs?: number;
  readonly chargeId?: string;
  readonly limit?: number;
  readonly events?: number;
  readonly firstSeq?: number;
  readonly lastSeq?: number;
}

/** The same for an error that carries figures of its own: how long to wait, which charge, what limit, which events. */
export const refuse = <E extends string>({ code, ...details }: Refusal<E>): Reply<never, E> =>
  fail(code, Object.keys(details).length === 0 ? undefined : details);
