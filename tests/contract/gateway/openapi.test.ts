import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  listAnswer,
  loginAnswer,
  openedAnswer,
  readingAnswer,
  orderWordAnswer,
  walletRow,
} from '../../../main/core/gateway/wire/answers.ts';
import { orderBody } from '../../../main/core/gateway/order-body.ts';
import { TRAINING_VARIABLE_EXPIRY } from '../../../main/core/gateway/training/training-shop.ts';
import { aNewOrder } from '../../unit/gateway/setup-client.ts';
import { setUpTraining, type TestTraining } from './setup-training.ts';
import { asMeant, exampleOf, memberPaths, misfit, pathsIn, type Schema } from './published-schema.ts';

/** The descriptions that the gateway's operator published; they are kept beside the project, not in it. */
const FOLDER = join(import.meta.dirname, '../../../../shared/reference/openapi');
const present = existsSync(FOLDER);

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

function operation(file: string, method: string, path: string): Operation {
  const text = readFileSync(join(FOLDER, `${file}.json`), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
  const found = paths[path]?.[method];
  if (!found) throw new Error(`${file} does not describe ${method} ${path}`);
  return found;
}

function schemaIn(content: Content | undefined): Schema {
  const schema = Object.values(content?.content ?? {})[0]?.schema;
  if (!schema) throw new Error('no schema is published for this');
  return schema;
}

const IMMEDIATE = 'immediate-charges';
const VARIABLE = 'variable-expiry-charges';

type Case = readonly [file: string, method: string, path: string, status: string];

const ANSWERS: readonly (readonly [
  ...Case,
  ours: z.ZodType,
  answer: (till: TestTraining) => Promise<unknown>,
])[] = [
  [IMMEDIATE, 'post', '/pdvauth', '200', loginAnswer, async (till) => login(till)],
  [IMMEDIATE, 'post', '/pdvauth', '401', z.unknown(), async (till) => login(till, 'wrong')],
  [IMMEDIATE, 'post', '/refresh-token', '200', loginAnswer, async (till) => refresh(till)],
  [IMMEDIATE, 'get', '/v1/wallets', '200', z.array(walletRow), (till) => body(till, 'GET', '/v1/wallets')],
  [
    IMMEDIATE,
    'post',
    '/order',
    '200',
    openedAnswer,
    (till) => body(till, 'POST', '/order', newOrder('order')),
  ],
  [IMMEDIATE, 'post', '/order', '400', z.unknown(), (till) => body(till, 'POST', '/order', {})],
  [
    IMMEDIATE,
    'get',
    '/order/{order_id}',
    '200',
    readingAnswer,
    async (till) => body(till, 'GET', await paid(till, 'order')),
  ],
  [IMMEDIATE, 'get', '/order/{order_id}', '404', z.unknown(), (till) => body(till, 'GET', '/order/nobody')],
  [
    IMMEDIATE,
    'delete',
    '/order/{order_id}',
    '200',
    orderWordAnswer,
    async (till) => body(till, 'DELETE', await paid(till, 'order')),
  ],
  [
    IMMEDIATE,
    'delete',
    '/order/{order_id}/refund',
    '200',
    orderWordAnswer,
    async (till) => body(till, 'DELETE', `${await paid(till, 'order')}/refund`, { amount: 1.5 }),
  ],
  [
    IMMEDIATE,
    'delete',
    '/order/{order_id}/refund',
    '400',
    z.unknown(),
    async (till) => body(till, 'DELETE', `${await paid(till, 'order')}/refund`, { amount: 99 }),
  ],
  [
    VARIABLE,
    'post',
    '/orderv',
    '201',
    openedAnswer,
    (till) => body(till, 'POST', '/orderv', newOrder('orderv')),
  ],
  [
    VARIABLE,
    'post',
    '/orderv',
    '422',
    z.unknown(),
    (till) => body(till, 'POST', '/orderv', { ...newOrder('orderv'), total: 1 }),
  ],
  [
    VARIABLE,
    'get',
    '/orderv/{order_id}',
    '200',
    readingAnswer,
    async (till) => body(till, 'GET', await paid(till, 'orderv')),
  ],
  [
    VARIABLE,
    'get',
    '/orders/list',
    '200',
    listAnswer,
    async (till) => {
      await paid(till, 'orderv');
      return body(till, 'GET', '/orders/list');
    },
  ],
];

const ORDERS = [
  [IMMEDIATE, 'order'],
  [VARIABLE, 'orderv'],
] as const;

it('the published schemas are beside this checkout, or their absence is told', () => {
  const notice = `openapi.test.ts: ${FOLDER} is not there; NOTHING was compared with the published schemas\n`;
  if (!present) process.stderr.write(notice);
  expect(ANSWERS.length).toBeGreaterThan(0);
});

// Without the folder the tables below are empty.
describe.each(present ? ANSWERS : [])(
  'published: %s: %s %s %s',
  (file, method, path, status, ours, answer) => {
    const published = schemaIn(operation(file, method, path).responses[status]);

    it('the training gateway answers in that form, and with every published member', async () => {
      const given = await answer(await setUpTraining());
      expect(misfit(asMeant(published), given)).toBeUndefined();
      expect(pathsIn(given)).toEqual(expect.arrayContaining([...memberPaths(published)]));
    });

    it('our schema reads the published example', () => {
      expect(ours.safeParse(exampleOf(published)).error).toBeUndefined();
    });
  },
);

describe.each(present ? ORDERS : [])('published: %s', (file, family) => {
  const published = schemaIn(operation(file, 'post', `/${family}`).requestBody);

  it('our order has every required member and none that is not published', () => {
    const sent = newOrder(family);
    expect(misfit(published, sent)).toBeUndefined();
    expect(memberPaths(published)).toEqual(expect.arrayContaining([...pathsIn(sent)]));
    expect(Object.keys(sent)).toEqual(expect.arrayContaining([...(published.required ?? [])]));
  });

  it('a wrong form is noticed', () => {
    expect(misfit(published, { ...newOrder(family), total: '12.30' })).toBeDefined();
    expect(misfit(published, { ...newOrder(family), items: [{ quantity: 'one' }] })).toBeDefined();
    expect(misfit(asMeant(published), { total: '12.30' })).toBeDefined();
  });
});

function newOrder(family: 'order' | 'orderv'): object {
  const order = aNewOrder({ family, title: 'Café', pixDictKey: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906' });
  return JSON.parse(orderBody(order, TRAINING_VARIABLE_EXPIRY)) as object;
}

async function body(till: TestTraining, method: string, path: string, sent?: object): Promise<unknown> {
  return (await till.raw(method, path, sent)).body;
}

/** The path of an order that was paid. */
async function paid(till: TestTraining, family: 'order' | 'orderv'): Promise<string> {
  const order = await till.open({ family });
  till.gateway.customer.pay(order.orderId);
  return `/${family}/${order.orderId}`;
}

async function login(till: TestTraining, secretKey = till.gateway.credentials.secretKey): Promise<unknown> {
  const { accessKey, clientId } = till.gateway.credentials;
  return body(till, 'POST', '/pdvauth', {
    access_key: accessKey,
    secret_key: secretKey,
    client_id: clientId,
  });
}

async function refresh(till: TestTraining): Promise<unknown> {
  const { refresh_token } = (await login(till)) as { refresh_token: string };
  return (await till.raw('POST', '/refresh-token', undefined, { authorization: `Bearer ${refresh_token}` }))
    .body;
}
