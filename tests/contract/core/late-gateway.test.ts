import { afterAll, describe, expect, it } from 'vitest';
import { startCore } from '../../../main/core/till/core.ts';
import { startTrainingGateway } from '../../../main/core/gateway/training/start-training-gateway.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { placeCharge } from '../../../main/core/commands/place-charge.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';

describe('a gateway that is not there at the first start', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('is asked for its wallets as soon as it is heard', async () => {
    const ports = { clock: systemClock, random: systemRandom, logger: keptLogger().logger };
    const away = await startTrainingGateway(ports);
    await away.close();
    const transport = createUndiciTransport();
    const credentials = { ...away.credentials, baseUrl: away.baseUrl };
    const started = await startCore({
      dataDir: folder.path,
      credentials,
      ledgerMemory: null,
      headFile: null,
      screens: null,
      transport,
      printers: createPrinters(systemClock),
      ...ports,
    });
    if (!started.ok) throw new Error(started.error);
    const till = started.value.till();
    await till.firstAnswer;
    expect(till.wallets.all()).toEqual([]);
    const placed = placeCharge(
      till,
      { actor: ACTORS.api, via: { channel: 'api' } },
      { requestId: 'before-wallets', amount: 100 },
    );
    expect(placed.ok && placed.value.charge).toMatchObject({ wallet: 'pix', pixDictKey: null });

    const back = await startTrainingGateway({
      ...ports,
      port: Number(new URL(away.baseUrl).port),
      credentials: away.credentials,
    });
    await new Promise<void>((resolve) => till.onChange(() => till.wallets.all().length > 0 && resolve()));
    expect(till.wallets.all()).toHaveLength(5);
    await started.value.stop();
    await back.close();
    await transport.close();
  });
});
