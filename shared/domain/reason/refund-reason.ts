/** The longest reason for a refund, in characters. */
const LONGEST = 200;

/** Returns a reason as it is stored: without spaces around it and without lone surrogates, which a file cannot store. */
export function plainReason(text: string): string {
  return text.trim().toWellFormed();
}

/** True for a reason that a refund can have: 1 to 200 characters. The windows and the local API ask here. */
export function isRefundReason(text: string): boolean {
  const { length } = plainReason(text);
  return length > 0 && length <= LONGEST;
}
