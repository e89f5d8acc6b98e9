/** The row and the first characters of its hash, hexadecimal, from the foot of a closing's paper. */
export interface PaperHead {
  readonly seq: number;
  readonly hash: string;
}

/** From the number of characters on the paper up to the whole hash. The screen shows it in groups. */
const HEAD = /^(\d{1,15}):([\da-f]{12,64})$/;

/** Reads `SEQ:HASH` as a person copies it from paper or screen. Null if the text has another form. */
export function readHead(text: string): PaperHead | null {
  const [seq = '', ...hash] = text
    .trim()
    .toLowerCase()
    .split(/[:\s]+/);
  const parts = HEAD.exec(`${seq}:${hash.join('')}`);
  return parts === null ? null : { seq: Number(parts[1]), hash: parts[2] ?? '' };
}
