import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Pace } from '../pace.ts';

/** Writes a zip member by member, none of it kept: fflate lays the container out, Node's own zlib does the work. */
export interface ZipWriter {
  /** Adds a member from its uncompressed pieces, which are asked for as fast as the file takes them. */
  add(name: string, pieces: Iterable<Uint8Array>): Promise<void>;
  end(): Promise<void>;
}

/** Of 9. The usual 6 makes a file a sixth smaller and takes up to twice as long (docs/adr/0011-xlsx.md). */
const LEVEL = 1;
const DEFLATE = 8;
/** Zip without its 64-bit extension counts members in 32 bits; a sheet of Excel's most rows is a quarter of that. */
const MOST_BYTES = 2 ** 32 - 1;
const CHUNK = 256 * 1024;

/** `write` resolves when the piece was taken; a rejection ends everything. `signal` ends it from outside. */
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

/** The pieces, counted and summed on their way into the member that they belong to. */
function* counted(pieces: Iterable<Uint8Array>, member: ZipInputFile, pace: Pace): Generator<Uint8Array> {
  for (const piece of pieces) {
    pace();
    member.size += piece.length;
    member.crc = crc32(piece, member.crc);
    yield piece;
  }
}
