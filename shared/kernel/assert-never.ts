/** Marks a branch that cannot be reached according to the types. Throws, because reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
