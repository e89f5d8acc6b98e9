import type { Reply } from '../../../shared/contract/define.ts';

/** Returns the reply of an expected failure. `details` are its figures. */
export const fail = <E extends string>(
  code: E,
  details?: Record<string, string | number>,
): Reply<never, E> => ({
  ok: false,
  error: { code, message: code, ...(details === undefined ? {} : { details }) },
});

/** Returns the reply of an expected failure with a message for the log and for support. */
export const explain = <E extends string>(code: E, message: string): Reply<never, E> => ({
  ok: false,
  error: { code, message },
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

/** Returns the reply of an error with figures of its own: how long to wait in ms, which charge, which limit, which events. */
export const refuse = <E extends string>({ code, ...details }: Refusal<E>): Reply<never, E> =>
  fail(code, Object.keys(details).length === 0 ? undefined : details);
