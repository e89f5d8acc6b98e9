import type { Layer, LooseFiles } from './layer.ts';

/** Describes a room of the core. Every room is plain Node and may import the domain. */
const room = (name: string, may: Omit<Layer, 'folder' | 'node'> = {}): Layer => ({
  ...may,
  folder: `main/core/${name}`,
  imports: ['shared/kernel', 'shared/domain', ...(may.imports ?? [])],
  node: true,
});
/** The operations on files that other programs may hold. */
const FILES = 'main/files';
const core = (...names: readonly string[]): string[] => names.map((name) => `main/core/${name}`);

/** The ground rooms. Imports go down only: a room imports no room after it in this list. */
const ground: readonly Layer[] = [
  room('threads'),
  // The common part of the core's servers.
  room('http', { packageTypes: ['fastify'] }),
  room('outbox', { packageTypes: ['better-sqlite3'] }),
  // A migration never changes, so it imports nothing of ours.
  { folder: 'main/core/ledger/migrations', packageTypes: ['better-sqlite3'] },
  room('ledger', {
    imports: [FILES, ...core('threads', 'outbox', 'ledger/migrations')],
    packages: ['better-sqlite3', 'koffi'],
  }),
  room('gateway/training', {
    imports: [FILES, ...core('gateway', 'http')],
    packages: ['zod', 'fastify', 'qrcode'],
  }),
  room('gateway', { packages: ['zod', 'undici'] }),
];

/** The parts of a till. */
const parts: readonly Layer[] = [
  room('directory', {
    imports: core('ledger'),
    types: core('gateway'),
    packages: ['zod'],
    packageTypes: ['better-sqlite3'],
  }),
  room('search', { imports: core('threads', 'ledger'), packageTypes: ['better-sqlite3'] }),
  room('charges', { imports: core('ledger', 'outbox'), types: core('gateway') }),
  room('shifts', { imports: core('ledger', 'directory') }),
  room('printing', {
    imports: core('threads', 'ledger'),
    types: core('charges', 'directory'),
    packageTypes: ['better-sqlite3'],
    packages: [
      '@point-of-sale/receipt-printer-encoder',
      'qrcode',
      'jsqr',
      // Native packages. A transport loads its package when it needs it.
      'usb',
      'serialport',
      'koffi',
    ],
  }),
  room('reports', {
    imports: [FILES, ...core('threads', 'ledger', 'search', 'directory')],
    types: ['shared/contract'],
    packages: ['fflate'],
    packageTypes: ['better-sqlite3'],
  }),
];

/** Puts one till together. It imports no command and no face. */
const till = room('till', {
  imports: [
    FILES,
    ...core(
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
  ],
  types: ['shared/contract'],
});

/** The use cases of people and programs, each once. */
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
      ...core('commands', 'ledger', 'directory', 'printing', 'search', 'reports'),
    ],
    types: core('till'),
    packages: ['zod'],
  }),
  room('api', {
    imports: ['shared/contract', FILES, ...core('commands', 'http', 'ledger', 'search', 'reports')],
    types: core('till', 'directory', 'shifts'),
    packages: ['fastify', 'zod'],
  }),
];

/** Starts a core, with windows or without. */
const boot = room('boot', {
  imports: [
    'shared/contract',
    'shared/rpc',
    FILES,
    ...core('threads', 'rpc', 'api', 'commands', 'till', 'gateway', 'ledger', 'printing'),
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
