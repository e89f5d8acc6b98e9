import { createServer } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { startApi } from '../../../main/core/api/start-api.ts';
import { ownProcess } from '../../../main/core/boot/own-process.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { startTestCore, temporaryFolder } from '../../support/core/start-test-core.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

it('a till whose port was taken says so on its screen, and api.json has its address', async () => {
  const other = createServer();
  // Another test or program may have the port already, which is the same trouble.
  await new Promise<void>((resolve) => other.on('error', () => resolve()).listen(7373, '127.0.0.1', resolve));
  const app = await startTestCore(folder.path);
  const { logger } = keptLogger();
  const options = {
    dataDir: folder.path,
    version: '1',
    port: null,
    process: ownProcess,
    stop: () => undefined,
    clock: systemClock,
    logger,
  };
  const api = await startApi({ core: app.core, ...options });
  if (!api.ok) throw new Error(api.error);
  expect(api.value.url).not.toContain(':7373');
  expect(app.till().notices.all()).toMatchObject([{ code: 'api-port-taken', detail: '7373' }]);
  await api.value.close();
  await app.stop();
  other.close();
});
