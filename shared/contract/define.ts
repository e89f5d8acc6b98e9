import type { z } from 'zod';

/** Who is at the other end of a port: main labels each port, and the core lets a role do what the table says. */
export type Role = 'cashier' | 'customer' | 'main';

/** A call: parsed input in, `{ok:true,value}` or `{ok:false,error}` out. */
export interface MethodSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
> {
  readonly kind: 'method';
  readonly input: I;
  readonly output: O;
  readonly errors: readonly E[];
  readonly roles: readonly Role[];
}

/**
 * A view: the subscriber gets the present value at once and each later one. `ack`, where there is one, is what the
 * subscriber may say back of a value that it has drawn, and nothing else.
 */
export interface ViewSpec<P extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly kind: 'view';
  readonly payload: P;
  readonly ack: A | null;
  readonly roles: readonly Role[];
}

export function method<I extends z.ZodType, O extends z.ZodType, const E extends string>(
  spec: Omit<MethodSpec<I, O, E>, 'kind'>,
): MethodSpec<I, O, E> {
  return { kind: 'method', ...spec };
}

export function view<P extends z.ZodType, A extends z.ZodType = z.ZodType<never>>(spec: {
  payload: P;
  ack?: A;
  roles: readonly Role[];
}): ViewSpec<P, A> {
  return { kind: 'view', payload: spec.payload, ack: spec.ack ?? null, roles: spec.roles };
}

/** What every call may answer besides its own codes. */
export const COMMON_ERRORS = [
  'unknown-method',
  'wrong-role',
  'bad-input',
  'internal',
  'core-restarted',
] as const;
export type CommonError = (typeof COMMON_ERRORS)[number];

/** `message` is for the log and for support; screens choose their words by `code`. */
export interface WireError<E extends string = string> {
  readonly code: E | CommonError;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export type Reply<T, E extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError<E> };
