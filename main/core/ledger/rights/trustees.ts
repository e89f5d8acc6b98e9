/** The system, the administrators of the machine, and the rights that a folder's owner has by being its owner. */
export const SYSTEM = 'S-1-5-18';
export const ADMINISTRATORS = 'S-1-5-32-544';
export const OWNER_RIGHTS = 'S-1-3-4';

/** Short names of SDDL (learn.microsoft.com/windows/win32/secauthz/sid-strings) whose accounts can do everything anyway. */
const OF_ADMINISTRATORS = ['SY', 'BA', 'LA', 'DA', 'EA'];
/** The owner's own rights, and a template: who makes a file in the folder. Windows writes the maker's SID into the file. */
const OF_THE_OWNER = ['OW', 'CO', 'CG'];
/** Short names of groups that everybody belongs to. */
const GROUPS: Readonly<Record<string, string>> = {
  WD: 'S-1-1-0',
  AN: 'S-1-5-7',
  AU: 'S-1-5-11',
  BG: 'S-1-5-32-546',
  BU: 'S-1-5-32-545',
  IU: 'S-1-5-4',
  NU: 'S-1-5-2',
  PU: 'S-1-5-32-547',
  AC: 'S-1-15-2-1',
};
/** Services of Windows, and accounts and groups that an administrator made: their numbers begin at 1000. */
const BY_AN_ADMINISTRATOR = [/^S-1-5-80-/, /^S-1-5-21-\d+-\d+-\d+-\d{4,}$/, /^S-1-12-1-/];

/** An entry that grants rights: type, flags, rights, two ids of objects, and who gets the rights. */
const GRANT = /\((?:A|XA|OA|ZA);[^;)]*;[^;)]*;[^;)]*;[^;)]*;([^;)]+)/g;

/**
 * Returns the SIDs of those to whom a list of rights in SDDL gives rights, and who are neither administrators, nor the owner, nor
 * an account that was named. An account that is named was named by who may change the list. Groups that everybody belongs to come
 * from the folder around it. A short name without a known SID is returned as it is.
 */
export function othersIn(sddl: string): readonly string[] {
  // Without a list at all, everybody has every right.
  if (!sddl.includes('D:') || sddl.includes('NO_ACCESS_CONTROL')) return ['S-1-1-0'];
  const trustees = [...sddl.matchAll(GRANT)].map(([, trustee = '']) => trustee);
  return [...new Set(trustees.filter(isOther).map((trustee) => GROUPS[trustee] ?? trustee))];
}

function isOther(trustee: string): boolean {
  if ([...OF_ADMINISTRATORS, ...OF_THE_OWNER].includes(trustee)) return false;
  if ([SYSTEM, ADMINISTRATORS, OWNER_RIGHTS].includes(trustee)) return false;
  return !BY_AN_ADMINISTRATOR.some((form) => form.test(trustee));
}
