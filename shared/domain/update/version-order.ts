/** A released version: three whole numbers without leading zeros. A pre-release has no place on a till. */
const RELEASE = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/** True if both are released versions and the first is newer. An unreadable version is newer than none. */
export function isNewer(version: string, than: string): boolean {
  const [left, right] = [RELEASE.exec(version), RELEASE.exec(than)];
  if (left === null || right === null) return false;
  for (const place of [1, 2, 3]) {
    const difference = Number(left[place]) - Number(right[place]);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
