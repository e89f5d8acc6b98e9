import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCups } from '../../../../main/core/printing/transports/cups.ts';
import { createSpoolerTransport } from '../../../../main/core/printing/transports/spooler.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { joinTransports } from '../../../../main/core/printing/transports/create-printers.ts';
import { temporaryFolder } from '../../../support/core/start-test-core.ts';

const QUEUE = { kind: 'spooler', id: 'caixa' } as const;
const RAW = { dialect: 'none' } as const;
const SLIP = new Uint8Array(1_000).fill(0x41);

/** A program that never answers and ignores the usual signal. A program of its own holds its output for longer than it lives. */
const HANGS = `sleep 10 & trap '' TERM; exec sleep 3600`;
const LISTS = `case "$1" in -e) echo caixa;; -l) echo 'printer caixa is idle.';; *) ${HANGS};; esac`;

/** CUPS with real programs in the place of its own, each the body of a shell script. They are killed after 300 ms. */
function cupsOf(programs: { readonly lp?: string; readonly lpstat?: string }) {
  const { path: folder, remove } = temporaryFolder();
  onTestFinished(remove);
  for (const [name, body] of Object.entries({ lp: HANGS, lpstat: HANGS, cancel: HANGS, ...programs })) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return createSpoolerTransport(systemClock, createCups({ PATH: `${folder}:/usr/bin:/bin` }, 300));
}

const whyNot = process.platform === 'win32' ? 'Windows has no CUPS' : undefined;

describe.skipIf(whyNot !== undefined)(
  `a print service that never answers${whyNot === undefined ? '' : `: ${whyNot}`}`,
  () => {
    it('ends the search with the trouble no-answer', async () => {
      const search = joinTransports([cupsOf({})]).discover();
      expect((await search).unsearched).toMatchObject([{ kind: 'spooler', trouble: 'no-answer' }]);
    });

    it('gets no job', async () => {
      expect(await cupsOf({}).send(QUEUE, SLIP, RAW)).toMatchObject({
        kind: 'not_started',
        reason: 'NO_ANSWER',
      });
    });

    it('is reported as the state of a queue', async () => {
      const onlyLists = `case "$1" in -e) echo caixa;; *) ${HANGS};; esac`;
      const reply = await cupsOf({ lpstat: onlyLists }).status(QUEUE, RAW);
      expect(reply).toMatchObject({ kind: 'unreachable', reason: 'NO_ANSWER' });
    });

    it('leaves a job in doubt that was given to lp', async () => {
      expect(await cupsOf({ lpstat: LISTS }).send(QUEUE, SLIP, RAW)).toMatchObject({
        kind: 'partial',
        accepted: 0,
        maybe: SLIP.length,
        reason: 'NO_ANSWER',
      });
    });

    it('leaves a job in doubt that it took and tells nothing of', async () => {
      const takes = cupsOf({ lpstat: LISTS, lp: `cat >/dev/null; echo 'request id is caixa-7 (1 file(s))'` });
      expect(await takes.send(QUEUE, SLIP, { ...RAW, jobMs: 500 })).toMatchObject({
        kind: 'partial',
        maybe: SLIP.length,
        reason: 'NO_ANSWER',
      });
    });
  },
);
