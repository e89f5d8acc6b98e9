/** The outcome of an act that can fail in an expected way. Bugs throw instead. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Returns a success with this value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Returns a failure with this error. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
