import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startApi } from '../../../main/core/api/start-api.ts';
import { ownProcess } from '../../../main/core/boot/own-process.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { startTestCore, temporaryFolder } from '../../support/core/start-test-core.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { notRun } from '../../support/printer-rigs/why-not.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { holdFile, SHARES, whyNotHeld } from '../../support/windows/hold-file.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe.skipIf(whyNotHeld !== undefined)(
  `an api.json that another program holds${notRun(whyNotHeld)}`,
  () => {
    it.each(Object.entries(SHARES))(
      'does not stop the start, is told on the screen, and is written when it is free: it shares %s',
      async (_, share) => {
        const file = join(folder.path, 'api.json');
        writeFileSync(file, '{"url":"http://127.0.0.1:1"}');
        const release = holdFile(file, share);
        const app = await startTestCore(folder.path);
        const clock = createVirtualClock();
        const { logger, events } = keptLogger(clock);
        const options = {
          dataDir: folder.path,
          version: '1',
          port: 0,
          process: ownProcess,
          stop: () => undefined,
          clock,
          logger,
        };
        const api = await startApi({ core: app.core, ...options });
        if (!api.ok) throw new Error(api.error);
        const notices = (): unknown[] =>
          app
            .till()
            .notices.all()
            .map(({ code, detail }) => [code, detail]);
        expect(notices()).toEqual([['api-file-held', 'api.json']]);
        expect(events()).toContain('api-file-held');

        await clock.advance(6 * SECOND);
        expect(notices()).toHaveLength(1);
        release();
        await clock.advance(5 * SECOND);
        expect(notices()).toEqual([]);
        expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
          url: api.value.url,
          pid: process.pid,
        });

        const again = holdFile(file, share);
        await api.value.close();
        expect(events()).toContain('api-file-not-removed');
        again();
        await app.stop();
      },
    );
  },
);
