import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { control } from '../../../shared/contract/control.ts';
import type { MethodSpec } from '../../../shared/contract/define.ts';
import { METHODS, methodSpec } from '../../support/rpc/methods.ts';

/**
 * No call of a page names a path, a host or a URL: a page that was taken over must not choose what the core opens. Where a person
 * chooses a file, the page has a token. A field that could hold one is in a table below with its reason.
 */

/** Text for people. It is stored and shown, and nothing is opened by it. */
const WORDS = 'words of a person';
/** Compared with what the till has. A value that the till does not have is refused. */
const KEY = 'a key of something that the till has';
/** A key of the shop at the gateway. It is sent to the gateway only. */
const SECRET = 'a key of the gateway';

const FILTER = {
  'filter.stores[]': KEY,
  'filter.tills[]': KEY,
  'filter.wallets[]': KEY,
  'filter.operators[]': KEY,
  'filter.text': WORDS,
} as const;

/** The fields that take any text. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'charge/create': { requestId: KEY, wallet: KEY, pixDictKey: KEY, reference: WORDS },
  'charge/cancel': { reason: WORDS },
  'charge/refund': { requestId: KEY, reason: WORDS },
  'charge/force': { reason: WORDS },
  'charge/by-code': { code: KEY },
  'session/sign-in': { operatorId: KEY },
  'session/close-shift': { shiftId: KEY },
  'session/add-operator': { name: WORDS },
  'session/choose-wallet': { wallet: KEY, pixDictKey: KEY },
  'session/name-shop': { shopName: WORDS, tillName: WORDS },
  'session/configure': { shopDocument: WORDS },
  'session/dismiss-notice': { id: KEY },
  'closing/get': { id: KEY },
  'closing/print-again': { id: KEY },
  // The name of a backup in the list of the till. The core looks it up in the list.
  'backup/restore': { name: KEY, reason: WORDS },
  'report/start': FILTER,
  'report/cancel': { id: KEY },
  'manager/payments': { ...FILTER, cursor: KEY },
  'manager/save-filter': { name: WORDS, ...FILTER },
  'manager/delete-filter': { name: KEY },
  'displays/choose': { identity: KEY },
  'vault/test': { accessKey: SECRET, secretKey: SECRET, clientId: SECRET },
  'vault/save': {
    'credentials.accessKey': SECRET,
    'credentials.secretKey': SECRET,
    'credentials.clientId': SECRET,
  },
  'clipboard/copy': { text: WORDS },
};

/** The fields that are a path, a host or a URL all the same. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'printing/find-at': {
    address:
      'A manager types the address of a printer. The core takes an address of the shop and port 9100 only.',
  },
  'vault/test': { baseUrl: 'A person types the address of the gateway. The core takes https only.' },
  'vault/save': { 'credentials.baseUrl': 'The same address, to be stored.' },
};

/** Names of fields that are places. */
const PLACE_NAME =
  /path|file|folder|dir(ectory)?|host|server|url|uri|address|target|queue|port|device|place|socket/i;

interface Field {
  readonly method: string;
  readonly path: string;
  readonly schema: z.core.$ZodType;
}

/** Returns the fields of an input that hold one value. Throws at a schema that can hold what is not described. */
function leavesOf(schema: z.core.$ZodType, path: string): { path: string; schema: z.core.$ZodType }[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([name, part]) =>
      leavesOf(part, path === '' ? name : `${path}.${name}`),
    );
  }
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => leavesOf(option, path));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return leavesOf(schema.unwrap(), path);
  const isPlain = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral].some(
    (kind) => schema instanceof kind,
  );
  if (!isPlain) throw new Error(`${path}: a ${schema._zod.def.type} can hold anything`);
  return [{ path, schema }];
}

function methodsOfPages(): [string, MethodSpec][] {
  const all: [string, MethodSpec][] = [
    ...METHODS.map((name): [string, MethodSpec] => [name, methodSpec(name)]),
    ...Object.entries(control),
  ];
  return all.filter(([, { roles }]) => roles.some((role) => role === 'cashier' || role === 'manager'));
}

const fields: readonly Field[] = methodsOfPages().flatMap(([method, { input }]) =>
  leavesOf(input, '').map((leaf) => ({ method, ...leaf })),
);

const segment = fc.stringMatching(/^[a-z][a-z0-9_-]{0,11}$/);
const host = fc.oneof(fc.domain(), fc.ipV4());
/** Paths, hosts and URLs as a caller would write them. */
const target = fc.oneof(
  fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
  fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `../${parts.join('/')}`),
  fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `C:\\${parts.join('\\')}`),
  fc.tuple(host, segment).map(([name, share]) => `\\\\${name}\\${share}`),
  fc.tuple(segment, segment).map(([name, ending]) => `${name}.${ending}`),
  host,
  fc.tuple(host, fc.integer({ min: 1, max: 65_535 })).map(([name, port]) => `${name}:${port}`),
  fc.tuple(segment, host).map(([queue, name]) => `${queue}@${name}`),
  fc.ipV6().map((address) => `[${address}]:9100`),
  fc.webUrl(),
);
const samples = fc.sample(target, { numRuns: 400, seed: 20_261_130 });

const isListed = ({ method, path }: Field, table: typeof TEXTS): boolean =>
  table[method]?.[path] !== undefined;
const takes = (schema: z.core.$ZodType, text: string): boolean => z.safeParse(schema, text).success;

describe('what a page can name', () => {
  it('has fields to look at, in the calls of core and of main', () => {
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.some(({ method }) => method in control)).toBe(true);
  });

  it('is no path, host or URL, but for the fields of the tables', () => {
    const unlisted = fields.filter((field) => !isListed(field, TEXTS) && !isListed(field, PLACES));
    const open = unlisted.flatMap(({ method, path, schema }) => {
      const text = samples.find((sample) => takes(schema, sample));
      return text === undefined ? [] : [`${method} ${path} takes ${text}`];
    });
    expect(open).toEqual([]);
  });

  it('is no path, host or URL by its name, but for the places', () => {
    const named = fields.filter((field) => isListed(field, TEXTS) && PLACE_NAME.test(field.path));
    expect(named.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it.each([
    ['texts', TEXTS],
    ['places', PLACES],
  ] as const)('the table of %s has no field that is gone or that takes none', (_, table) => {
    const needed = (method: string, path: string): boolean =>
      fields.some(
        (field) =>
          field.method === method &&
          field.path === path &&
          samples.some((sample) => takes(field.schema, sample)),
      );
    const idle = Object.entries(table).flatMap(([method, paths]) =>
      Object.keys(paths)
        .filter((path) => !needed(method, path))
        .map((path) => `${method} ${path}`),
    );
    expect(idle).toEqual([]);
  });

  it('would tell a printer that is chosen by its place', () => {
    const input = z.strictObject({ setup: z.strictObject({ id: z.string().min(1).max(300) }) });
    const [leaf] = leavesOf(input, '');
    expect(leaf?.path).toBe('setup.id');
    expect(samples.every((sample) => takes(leaf!.schema, sample))).toBe(true);
    expect(() => leavesOf(z.strictObject({ target: z.unknown() }), '')).toThrow('target');
  });
});
