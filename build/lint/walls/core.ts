import type { Layer, LooseFiles } from './layer.ts';

/** Every room of the core is plain Node and knows the domain. */
const room = (name: string, may: Omit<Layer, 'folder' | 'node'> = {}): Layer => ({
  ...may,
  folder: `main/core/${name}`,
  imports: ['shared/kernel', 'shared/domain', ...(may.imports ?? [])],
  node: true,
});
const core = (...names: readonly string[]): string[] => names.map((name) => `main/core/${name}`);

/** From the ground up. An arrow goes down alone: a room imports nothing of the rooms below it in this list. */
const ground: readonly Layer[] = [
  room('threads'),
  // What the servers of the core start with.
  room('http', { packageTypes: ['fastify'] }),
  room('outbox', { packageTypes: ['better-sqlite3'] }),
  // A migration does the same for ever, so it imports nothing of ours.
  { folder: 'main/core/ledger/migrations', packageTypes: ['better-sqlite3'] },
  room('ledger', {
    imports: core('threads', 'outbox', 'ledger/migrations'),
    packages: ['better-sqlite3'],
  }),
  room('gateway/training', { imports: core('gateway', 'http'), packages: ['zod', 'fastify'] }),
  room('gateway', { packages: ['zod', 'undici'] }),
];

/** What a till is made of. */
const parts: readonly Layer[] = [
  room('directory', {
    imports: core('ledger'),
    types: core('gateway'),
    packages: ['zod'],
    packageTypes: ['better-sqlite3'],
  }),
  room('search', { imports: core('ledger'), packageTypes: ['better-sqlite3'] }),
  room('charges', { imports: core('ledger', 'outbox'), types: core('gateway') }),
  room('shifts', { imports: core('ledger', 'directory') }),
  room('printing', {
    imports: core('ledger'),
    types: core('charges', 'directory'),
    packageTypes: ['better-sqlite3'],
    packages: [
      '@point-of-sale/receipt-printer-encoder',
      'escpos',
      'qrcode',
      'jsqr',
      // Native: each is loaded by the transport that needs it, when it needs it.
      'usb',
      'serialport',
      'koffi',
    ],
  }),
  room('reports', {
    imports: core('threads', 'ledger', 'search', 'directory'),
    types: ['shared/contract'],
    packages: ['fflate'],
    packageTypes: ['better-sqlite3'],
  }),
];

/** Puts one till together. It knows no command and no face. */
const till = room('till', {
  imports: core(
    'ledger',
    'outbox',
    'gateway',
    'gateway/training',
    'directory',
    'search',
    'charges',
    'shifts',
    'printing',
    'reports',
  ),
  types: ['shared/contract'],
});

/** What people and programs ask of a till, each use case once. */
const commands = room('commands', {
  imports: core('ledger', 'directory', 'charges', 'shifts', 'gateway'),
  types: ['shared/contract', ...core('till', 'printing')],
});

/** Translate requests into commands and the till into answers: for windows, and for the shop's own software. */
const faces: readonly Layer[] = [
  room('rpc', {
    imports: [
      'shared/contract',
      'shared/rpc',
      ...core('commands', 'ledger', 'directory', 'printing', 'reports'),
    ],
    types: core('till'),
    packages: ['zod'],
  }),
  room('api', {
    imports: core('commands', 'http', 'ledger', 'reports'),
    types: core('till', 'directory', 'shifts'),
    packages: ['fastify', 'zod'],
  }),
];

/** Starts a core, with windows or without. */
const boot = room('boot', {
  imports: [
    'shared/contract',
    'shared/rpc',
    ...core('rpc', 'api', 'commands', 'till', 'gateway', 'ledger', 'printing'),
  ],
  packages: ['zod'],
});

export const coreLayers: readonly Layer[] = [...ground, ...parts, till, commands, ...faces, boot];

/** The entries of the two programs. */
export const coreEntries: LooseFiles = {
  name: 'core-entry',
  pattern: 'main/core/*.ts',
  imports: core('boot', 'threads'),
};
