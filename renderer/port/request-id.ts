/** A fresh idempotency key for one intent of a person: kept while the intent is the same, however often it is sent. */
export function newRequestId(): string {
  return crypto.randomUUID();
}
