import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleContext } from '../../../build/run/ticket/sample.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { allEncoders, documentsFor } from '../../support/printers/all-encoders.ts';
import { listBytes, shortHash } from '../../support/printers/list-bytes.ts';

/**
 * The bytes of every document for every printer by every encoder, to the last one. They change only when somebody means
 * it: `npx vitest run tests/contract/printing/golden.test.ts -u` writes the files anew, and the difference is read before
 * it is committed. A file for each encoder and printer; a hash of all its bytes at the head of each document.
 */
const cases = allEncoders.flatMap(({ name, encoder, profiles }) =>
  profiles.map((profile) => ({ file: `${name}-${profile.id}.txt`, encoder, profile })),
);

describe('golden bytes', () => {
  it.each(cases)('$file', async ({ file, encoder, profile }) => {
    const documents = documentsFor(profile).map((request) => {
      const bytes = encoder.encode(buildTicket(request, sampleContext, profile.columns), profile);
      const head = `== ${request.document}: ${bytes.length} bytes, sha256 ${shortHash(bytes)}`;
      return `${head}\n${listBytes(bytes, profile.dialect)}\n`;
    });
    const path = join(import.meta.dirname, 'golden', file);
    // A new printer's file is written by `-u` alone.
    if (expect.getState().snapshotState.snapshotUpdateState !== 'all') expect(existsSync(path)).toBe(true);
    await expect(documents.join('\n')).toMatchFileSnapshot(path);
  });
});
