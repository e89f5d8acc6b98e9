import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../main/core/api/start-api.ts';
import { ownProcess } from '../../../main/core/boot/own-process.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { httpCall, type Answer } from '../../support/api/http-call.ts';
import { readEvents } from '../../support/api/event-reader.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';

const TRAINING_PIN = '4321';
const KEYS = { accessKey: 'a', secretKey: 's', clientId: 'c', baseUrl: 'https://gateway.invalid' };

describe('the programs that may use the API', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let app: TestCore;
  let api: Api;
  let handlers: Handlers;
  beforeEach(async () => {
    folder = temporaryFolder();
    app = await startTestCore(folder.path);
    handlers = createHandlers(app.core);
    const { logger } = keptLogger();
    const options = {
      dataDir: folder.path,
      version: '1',
      port: 0,
      process: ownProcess,
      stop: () => undefined,
      clock: systemClock,
      logger,
    };
    const started = await startApi({ core: app.core, ...options });
    if (!started.ok) throw new Error(started.error);
    api = started.value;
  });
  afterEach(async () => {
    await api.close();
    await app.stop();
    folder.remove();
  });

  const add = async (name: string, managerPin = TRAINING_PIN) => {
    const reply = await handlers['program/add']({ name, managerPin });
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value;
  };
  const status = (token: string): Promise<Answer> =>
    httpCall('GET', `${api.url}/v1/status`, { authorization: `Bearer ${token}` });
  const told = (type: string) =>
    app
      .till()
      .ledger.log.since(0, 1000)
      .filter((event) => event.type === type);

  it('are named in the events that they cause, whatever their User-Agent says', async () => {
    const { id, token } = await add('ERP da loja');
    const order = { requestId: 'program-1', amount: 700 };
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'another name',
    };
    const made = await httpCall('POST', `${api.url}/v1/charges`, headers, order);
    expect([made.status, made.json['client']]).toEqual([201, 'ERP da loja']);
    expect((await status(token)).json['client']).toBe('ERP da loja');
    const firstToken = readFileSync(api.tokenFile, 'utf8').trim();
    const read = await httpCall('GET', `${api.url}/v1/charges`, { authorization: `Bearer ${firstToken}` });
    expect(read.json['items']).toMatchObject([{ client: 'ERP da loja' }]);
    expect(told('created').at(-1)).toMatchObject({ via: { channel: 'api', client: 'ERP da loja' } });
    expect(told('program-added')).toMatchObject([
      { via: { channel: 'window' }, body: { id, name: 'ERP da loja' } },
    ]);
    expect(app.till().operators.byId(told('program-added')[0]?.actor ?? '')?.role).toBe('manager');
    expect(JSON.stringify(app.till().ledger.log.since(0, 1000))).not.toContain(token.slice(9));
    expect(JSON.stringify(app.logs)).not.toContain(token.slice(9));
  });

  it('end at once when their token is revoked, with their streams', async () => {
    const { id, token } = await add('ERP');
    const other = await add('Totem');
    const reader = await readEvents(api.url, token);
    expect(await handlers['program/revoke']({ id, managerPin: TRAINING_PIN })).toMatchObject({ ok: true });
    await reader.ended;
    expect((await status(token)).status).toBe(401);
    expect((await status(other.token)).status).toBe(200);
    expect(told('program-revoked')).toMatchObject([{ body: { id, name: 'ERP' } }]);
    expect(await handlers['program/revoke']({ id, managerPin: TRAINING_PIN })).toMatchObject({
      error: { code: 'not-found' },
    });
    const listed = await handlers['program/list']({});
    expect(listed).toMatchObject({ value: { items: [{ id: null }, { id: other.id, name: 'Totem' }] } });
    expect(Object.keys((listed as { value: { items: object[] } }).value.items[1] ?? {})).not.toContain('key');
  });

  it('of the first token get a new one from its file', async () => {
    const token = (): string => readFileSync(api.tokenFile, 'utf8').trim();
    const old = token();
    expect(await handlers['program/revoke']({ id: null, managerPin: TRAINING_PIN })).toMatchObject({
      ok: true,
    });
    expect((await status(old)).status).toBe(401);
    expect((await status(token())).status).toBe(200);
    expect(told('program-revoked')).toMatchObject([{ body: { id: null, name: null } }]);
  });

  it('are a manager’s to change', async () => {
    const refused = { error: { code: 'wrong-pin' } };
    expect(await handlers['program/add']({ name: 'ERP' })).toMatchObject(refused);
    expect(await handlers['program/add']({ name: 'ERP', managerPin: '1234' })).toMatchObject(refused);
    expect(await handlers['program/revoke']({ id: null, managerPin: '1234' })).toMatchObject(refused);
    expect(app.core.programs.all()).toHaveLength(1);
    expect(told('program-added')).toEqual([]);
  });

  it('have names of their own', async () => {
    await add('ERP');
    const again = await handlers['program/add']({ name: 'erp', managerPin: TRAINING_PIN });
    expect(again).toMatchObject({ error: { code: 'program-name-taken' } });
    expect(told('program-added')).toHaveLength(1);
  });

  it('are changed by a manager of production and in its diary, also while the till is in training', async () => {
    await handlers['gateway/use']({ credentials: KEYS });
    await handlers['session/add-operator']({ name: 'Rui', role: 'manager', pin: '963074' });
    await handlers['gateway/use']({ credentials: null, managerPin: '963074' });
    expect(app.till().identity.mode).toBe('training');
    expect(await handlers['program/add']({ name: 'ERP', managerPin: TRAINING_PIN })).toMatchObject({
      error: { code: 'wrong-pin' },
    });
    const { token } = await add('ERP', '963074');
    expect((await status(token)).status).toBe(200);
    expect(told('program-added')).toEqual([]);
    const books = app.core.production.open();
    if (!books.ok) throw new Error(books.error);
    expect(books.value.ledger.log.since(0, 100).map(({ type }) => type)).toContain('program-added');
    books.value.close();
  });
});
