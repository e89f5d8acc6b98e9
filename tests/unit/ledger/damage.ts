import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import Database from 'better-sqlite3';

/** How a file came to harm. Each works on a ledger that is closed. */
export const HARM = {
  'its header overwritten': (path: string) => overwrite(path, 0, 100),
  'its first page overwritten': (path: string) => overwrite(path, 0, pageSize(path)),
  'cut to half': (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  'cut to nothing': (path: string) => truncateSync(path, 0),
  'another kind of file in its place': (path: string) =>
    writeFileSync(path, '<html>no ledger</html>'.repeat(500)),
  'its version zeroed': (path: string) => overwrite(path, 60, 4, 0),
} as const satisfies Record<string, (path: string) => void>;

export function overwrite(path: string, at: number, length: number, byte = 0xaa): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, byte), 0, length, at);
  closeSync(file);
}

/** Overwrites the page in which a row of the ledger stands; one whose body no other row has. */
export function overwritePageOf(path: string, seq: number): void {
  const db = new Database(path, { readonly: true });
  const body =
    db.prepare<[number], string>('SELECT body FROM ledger_event WHERE seq = ?').pluck().get(seq) ?? '';
  db.close();
  const size = pageSize(path);
  const at = readFileSync(path).lastIndexOf(body);
  if (at < 0 || body === '') throw new Error(`row ${seq} is not in the file as it is`);
  overwrite(path, at - (at % size), size);
}

/** Makes one of the amounts of 10.00 in an index 10.01, by a single bit. */
export function flipAmountIn(path: string, index: string): void {
  const db = new Database(path, { readonly: true });
  const page = db
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .get(index);
  db.close();
  const bytes = readFileSync(path);
  const end = (page ?? 0) * pageSize(path);
  // 1000, as SQLite keeps it.
  const at = bytes.subarray(0, end).lastIndexOf(Buffer.from([0x03, 0xe8]));
  if (at < end - pageSize(path)) throw new Error(`no amount in ${index}`);
  overwrite(path, at + 1, 1, 0xe9);
}

function pageSize(path: string): number {
  return readFileSync(path).readUInt16BE(16);
}

/** A log full of nonsense beside the file, as a bad disk would leave it. */
export function garbleLog(path: string): void {
  writeFileSync(`${path}-wal`, Buffer.alloc(64 * 1024, 0x5a));
  if (existsSync(`${path}-shm`)) overwrite(`${path}-shm`, 0, 64);
}
