import type { z } from 'zod';
import { errorsOfNeeds, type Needs, type NeedsError } from './needs.ts';

/** For which page a call or a view is: the cashier's, the manager's, the customer's; or for main itself. */
export type Role = 'cashier' | 'manager' | 'customer' | 'main';

/** What main writes on a port. */
export const PORT_ROLES = ['cashier', 'customer', 'main'] as const;
export type PortRole = (typeof PORT_ROLES)[number];

/** The pages behind each port. The manager's screens are in the cashier's window. */
export const ROLES_OF_PORT: Readonly<Record<PortRole, readonly Role[]>> = {
  cashier: ['cashier', 'manager'],
  customer: ['customer'],
  main: ['main'],
};

/** Where a call is served: by the till itself, or also by the hub, which has the ledgers of many tills. */
type Where = 'till' | 'hub';

/**
 * A call: parsed input in, `{ok:true,value}` or `{ok:false,error}` out.
 *
 * `E` are all codes that it may answer, `Own` those that it answers itself, after its needs were met.
 */
export interface MethodSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
  Own extends E = E,
> {
  readonly kind: 'method';
  readonly input: I;
  readonly output: O;
  readonly errors: readonly E[];
  readonly ownErrors: readonly Own[];
  /** Whom it asks for. The core checks it before the call runs. */
  readonly needs: Needs;
  readonly roles: readonly Role[];
  readonly where: readonly Where[];
  /** True for what is served while the till changes for another one. */
  readonly whileChanging: boolean;
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

/** Describes a call. Its errors are its own and those of its needs. It is served by the till alone, unless `where` says more. */
export function method<
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends string,
  const N extends Needs,
>(spec: {
  input: I;
  output: O;
  errors: readonly E[];
  needs: N;
  roles: readonly Role[];
  where?: readonly Where[];
  whileChanging?: true;
}): MethodSpec<I, O, E | NeedsError<N>, E> {
  const { errors, needs, where = ['till'], whileChanging = false, ...rest } = spec;
  return {
    kind: 'method',
    ...rest,
    errors: [...errors, ...errorsOfNeeds(needs)],
    ownErrors: errors,
    needs,
    where,
    whileChanging,
  };
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
