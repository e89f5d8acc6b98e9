/** What stands at the foot of a closing's paper: a row of the ledger, and how its hash begins, hexadecimal. */
export interface PaperHead {
  readonly seq: number;
  readonly hash: string;
}

/** As many characters as the paper has at least, and at most the whole hash; the screen shows it in groups. */
const HEAD = /^(\d{1,15}):([\da-f]{12,64})$/;

/** Reads `SEQ:HASH` as a person copies it from paper or screen; null when it is none. */
export function readHead(text: string): PaperHead | null {
  const [seq = '', ...hash] = text
    .trim()
    .toLowerCase()
    .split(/[:\s]+/);
  const parts = HEAD.exec(`${seq}:${hash.join('')}`);
  return parts === null ? null : { seq: Number(parts[1]), hash: parts[2] ?? '' };
}
