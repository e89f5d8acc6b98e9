import type { z } from 'zod';
import { errorsOfNeeds, type Needs, type NeedsError } from './needs.ts';

/** The page that may use a call or a view: the cashier's, the manager's, the customer's; or main itself. */
export type Role = 'cashier' | 'manager' | 'customer' | 'main';

/** The role of a port. Main sets it. */
export const PORT_ROLES = ['cashier', 'customer', 'main'] as const;
export type PortRole = (typeof PORT_ROLES)[number];

/** The pages behind each port. The manager's screens are in the cashier's window. */
export const ROLES_OF_PORT: Readonly<Record<PortRole, readonly Role[]>> = {
  cashier: ['cashier', 'manager'],
  customer: ['customer'],
  main: ['main'],
};

/** Where a call is served: by the till, or also by the hub, which has the ledgers of many tills. */
type Where = 'till' | 'hub';

/**
 * A call: it takes a parsed input and returns `{ok:true,value}` or `{ok:false,error}`.
 *
 * `E` are all of its error codes, `Own` those that the method itself returns after its needs were met.
 */
export interface MethodSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
  Own extends E = E,
  R extends Role = Role,
> {
  readonly kind: 'method';
  readonly input: I;
  readonly output: O;
  readonly errors: readonly E[];
  readonly ownErrors: readonly Own[];
  /** Who may call it. The core checks this before the call runs. */
  readonly needs: Needs;
  readonly roles: readonly R[];
  readonly where: readonly Where[];
  /** True if the call is served while the till changes for another one. */
  readonly whileChanging: boolean;
  /** True if the call is served while the till is locked. */
  readonly whileLocked: boolean;
}

/**
 * A view: a subscriber gets the present value at once and each later one. `ack` is the report of the subscriber about a value
 * that it has drawn. Null if the view has no report.
 */
export interface ViewSpec<P extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly kind: 'view';
  readonly payload: P;
  readonly ack: A | null;
  readonly roles: readonly Role[];
}

/** Describes a call. Adds the errors of its needs to its own. Without `where`, only the till serves it. */
export function method<
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends string,
  const N extends Needs,
  const R extends Role,
>(spec: {
  input: I;
  output: O;
  errors: readonly E[];
  needs: N;
  roles: readonly R[];
  where?: readonly Where[];
  whileChanging?: true;
  whileLocked?: true;
}): MethodSpec<I, O, E | NeedsError<N>, E, R> {
  const { errors, needs, where = ['till'], whileChanging = false, whileLocked = false, ...rest } = spec;
  return {
    kind: 'method',
    ...rest,
    // A method can have an error of its needs too: for a second PIN, for example.
    errors: [...new Set([...errors, ...errorsOfNeeds(needs)])],
    ownErrors: errors,
    needs,
    where,
    whileChanging,
    whileLocked,
  };
}

/** Describes a view. */
export function view<P extends z.ZodType, A extends z.ZodType = z.ZodType<never>>(spec: {
  payload: P;
  ack?: A;
  roles: readonly Role[];
}): ViewSpec<P, A> {
  return { kind: 'view', payload: spec.payload, ack: spec.ack ?? null, roles: spec.roles };
}

/** The error codes that every call can return besides its own. */
export const COMMON_ERRORS = [
  'unknown-method',
  'wrong-role',
  'bad-input',
  'internal',
  'core-restarted',
  'till-locked',
] as const;
export type CommonError = (typeof COMMON_ERRORS)[number];

/** An error on the wire. `message` is for the log and for support. Screens choose their words by `code`. */
export interface WireError<E extends string = string> {
  readonly code: E | CommonError;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The reply to a call. */
export type Reply<T, E extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError<E> };
