/** Returns a new idempotency key for one intent of a person. The same intent keeps its key when it is sent again. */
export function newRequestId(): string {
  return crypto.randomUUID();
}
