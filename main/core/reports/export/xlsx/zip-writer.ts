import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
// The build for browsers has no worker threads of its own, and so no `require` in a module.
import { Zip, type ZipInputFile } from 'fflate/browser';
import type { Pace } from '../pace.ts';

/** Writes a zip file member by member, without keeping one in memory. fflate makes the container, Node's zlib compresses. */
export interface ZipWriter {
  /** Adds a member. Takes its uncompressed pieces as fast as they can be written. */
  add(name: string, pieces: Iterable<Uint8Array>): Promise<void>;
  /** Writes the directory of the zip file. */
  end(): Promise<void>;
}

/** The level of compression. Level 6 makes a file a sixth smaller and takes up to twice as long (docs/adr/0011-xlsx.md). */
const LEVEL = 1;
const DEFLATE = 8;
/** The most bytes of a member without the 64-bit extension of zip. The largest sheet has a quarter of that. */
const MOST_BYTES = 2 ** 32 - 1;
const CHUNK = 256 * 1024;

/** Creates a zip writer. `write` resolves when a piece is written. If it rejects, or `signal` aborts, `add` and `end` reject. */
export function createZipWriter(
  write: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
  pace: Pace,
): ZipWriter {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    if (piece.length > 0) ready.push(piece);
  });
  const drain = async (): Promise<void> => {
    for (const piece of ready.splice(0)) await write(piece);
  };

  return {
    async add(name, pieces) {
      const member: ZipInputFile = { filename: name, size: 0, crc: 0, compression: DEFLATE };
      zip.add(member);
      const hand = (piece: Uint8Array<ArrayBuffer>, isLast: boolean): void =>
        member.ondata?.(null, piece, isLast);
      const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK });
      await pipeline(
        Readable.from(counted(pieces, member, pace), { objectMode: true, highWaterMark: 2 }),
        deflate,
        async (compressed: AsyncIterable<Uint8Array<ArrayBuffer>>) => {
          for await (const piece of compressed) {
            hand(piece, false);
            await drain();
          }
        },
        { signal },
      );
      if (member.size > MOST_BYTES) throw new RangeError(`${name} is too large for a zip`);
      hand(new Uint8Array(), true);
      await drain();
    },
    async end() {
      zip.end();
      await drain();
    },
  };
}

/** Passes the pieces of a member on, and adds their length and checksum to it. */
function* counted(pieces: Iterable<Uint8Array>, member: ZipInputFile, pace: Pace): Generator<Uint8Array> {
  for (const piece of pieces) {
    pace();
    member.size += piece.length;
    member.crc = crc32(piece, member.crc);
    yield piece;
  }
}
