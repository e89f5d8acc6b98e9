import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { control } from '../../../../shared/contract/control.ts';
import type { MethodSpec, ViewSpec } from '../../../../shared/contract/define.ts';
import { contract } from '../../../../shared/contract/index.ts';
import { textLeaves } from '../../../support/contract/text-leaves.ts';

/**
 * A page names no file, no host and no address. Each text that a page can send either has a form that no place fits, or is in
 * one of these lists. A new text is in none of them, so it fails here until somebody has said what it is for.
 */

/** Texts that people read. The core writes them into the ledger, on a screen or on paper. */
const WORDS = [
  'charge/create reference',
  'charge/cancel reason',
  'charge/refund reason',
  'charge/force reason',
  'session/add-operator name',
  'people/rename name',
  'program/add name',
  'session/name-shop shopName',
  'session/name-shop tillName',
  'session/configure shopDocument',
  'backup/restore reason',
  'report/start filter.text',
  'manager/payments filter.text',
  'manager/save-filter name',
  'manager/save-filter filter.text',
  'clipboard/copy text',
  // The dialog of main suggests it without folder and ending; the form allows neither a dot nor a slash.
  'report/choose-file name',
];

/** Names of something that the till already has. They are looked up in its own lists, and another text finds nothing. */
const LOOKED_UP = [
  'charge/create requestId',
  'charge/create wallet',
  'charge/create pixDictKey',
  'charge/refund requestId',
  'charge/check-receipt endToEndEnd',
  'charge/by-code code',
  'session/sign-in operatorId',
  'session/close-shift shiftId',
  'session/unlock operatorId',
  'session/configure defaultWallet.wallet',
  'session/configure defaultWallet.pixDictKey',
  'session/dismiss-notice id',
  'session/sign-notice id',
  'closing/get id',
  'closing/print-again id',
  // Compared with the names of the listed backups.
  'backup/restore name',
  'printing/came-out id',
  'printing/reprint id',
  'printing/discard id',
  'printing/preview profile',
  'printing/preview id',
  'printing/test-page setup.profile',
  'printing/configure setup.profile',
  'program/revoke id',
  'report/start filter.stores.*',
  'report/start filter.tills.*',
  'report/start filter.wallets.*',
  'report/start filter.operators.*',
  'report/cancel id',
  'manager/payments filter.stores.*',
  'manager/payments filter.tills.*',
  'manager/payments filter.wallets.*',
  'manager/payments filter.operators.*',
  'manager/payments cursor',
  'manager/save-filter filter.stores.*',
  'manager/save-filter filter.tills.*',
  'manager/save-filter filter.wallets.*',
  'manager/save-filter filter.operators.*',
  'manager/delete-filter name',
  'displays/choose identity',
];

/** Ids of people of the till, in any call. */
const PEOPLE = / (?:managerId|secondManagerId|personId)$/;

/** The keys of a person. They go to the gateway that is named beside them, or are compared with the stored ones. */
const KEYS = [
  'people/recover-pin accessKey',
  'people/recover-pin secretKey',
  ...['vault/test', 'vault/save credentials'].flatMap((call) =>
    ['accessKey', 'secretKey', 'clientId'].map((key) =>
      call.includes(' ') ? `${call}.${key}` : `${call} ${key}`,
    ),
  ),
];

/** The only addresses that a page can send. */
const PLACES = [
  // Main shows it to a person in its own dialog, and nothing is sent there before.
  'vault/allow-address address',
  // A manager types the address of a printer. The core takes an address inside the shop and port 9100 only.
  'printing/find-at address',
];

const KNOWN = [...WORDS, ...LOOKED_UP, ...KEYS, ...PLACES];

/** Every text of every call and report of a page, as `method path`. */
const texts = Object.entries({ ...contract, ...control } as Record<string, MethodSpec | ViewSpec>)
  .filter(([, { roles }]) => roles.some((role) => role !== 'main'))
  .flatMap(([name, spec]) => {
    const input = spec.kind === 'method' ? spec.input : spec.ack;
    return input === null ? [] : textLeaves(input).map((leaf) => ({ ...leaf, name: `${name} ${leaf.path}` }));
  });

const segment = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,11}$/);
const segments = fc.array(segment, { minLength: 1, maxLength: 4 });
const host = fc.oneof(
  fc
    .tuple(segments, fc.constantFrom('example', 'local', 'com.br'))
    .map(([parts, end]) => [...parts, end].join('.')),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constant('localhost'),
);
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null });
const place = fc.oneof(
  host,
  fc.tuple(host, port).map(([name, number]) => (number === null ? name : `${name}:${number}`)),
  fc
    .tuple(fc.constantFrom('http', 'https', 'file', 'ipp', 'smb', 'ftp'), host)
    .map(([scheme, at]) => `${scheme}://${at}/x`),
  segments.map((parts) => `/${parts.join('/')}`),
  segments.map((parts) => `../${parts.join('/')}`),
  segments.map((parts) => `C:\\${parts.join('\\')}`),
  segments.map((parts) => `\\\\${parts.join('\\')}`),
  fc.tuple(segment, host).map(([queue, at]) => `${queue}@${at}`),
);

describe('what a page can name', () => {
  it('there are texts to look at, of both planes', () => {
    expect(texts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'charge/create reference',
        'vault/save credentials.secretKey',
        'session/sign-in pin',
      ]),
    );
  });

  it.each(texts.filter(({ name }) => !KNOWN.includes(name) && !PEOPLE.test(name)))(
    '$name: no file, host or address',
    ({ accepts }) => {
      fc.assert(
        fc.property(place, (text) => !accepts(text)),
        { numRuns: 300 },
      );
    },
  );

  it('the lists name texts that are there, each once', () => {
    expect(KNOWN.filter((name) => !texts.some((text) => text.name === name))).toEqual([]);
    expect(new Set(KNOWN).size).toBe(KNOWN.length);
  });

  it('finds a place in every kind of schema, and does not pass over an unknown kind', () => {
    const free = z.string();
    const found = z.strictObject({
      direct: free,
      maybe: free.nullable().optional(),
      list: z.array(free),
      either: z.union([
        z.object({ kind: z.literal('a'), inner: free.transform((text) => text.length) }),
        z.null(),
      ]),
      map: z.record(z.string(), free),
      narrowed: free.pipe(z.string().regex(/^x$/)),
    });
    const paths = textLeaves(found)
      .filter(({ accepts }) => accepts('/etc/passwd'))
      .map(({ path }) => path);
    expect(paths).toEqual(['direct', 'maybe', 'list.*', 'either.inner', 'map.key', 'map.*']);
    expect(() => textLeaves(z.object({ any: z.any() }))).toThrow('any');
  });
});
