/** A stored value, or undefined where what is stored is no JSON: a bad row is a missing one, and no reason not to start. */
export function readStored(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Only a hand or a bad disk writes such a row; the default stands in for it.
    return undefined;
  }
}
