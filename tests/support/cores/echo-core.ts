import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../../shared/contract/define.ts';
import type { Payload } from '../../../shared/contract/index.ts';
import { serve, type Handlers, type Sources } from '../../../shared/rpc/server.ts';
import { connectToParent } from '../../../main/core/boot/process/parent-port.ts';
import { createLogger } from '../../../main/logging/create-logger.ts';

/**
 * A core without a database, which crashes or hangs when it is told to. It answers `session/dismiss-notice` with the answer that the id
 * names, and shows its process id to the customer's page as the shop's name. It answers all other calls with `internal`.
 */

let dataDir = '';
let isStubborn = false;
let quitCheck = { waitsForOperator: false, cancelling: 0, openShift: null };

const logger = createLogger('echo-core', (record) => parent.log(record));

const parent = connectToParent({
  onStart(order) {
    dataDir = order.dataDir;
    note(`start ${order.version} ${order.credentials === null ? 'training' : 'keys'}`);
    parent.ready();
  },
  onPort(port, role) {
    note(`port ${role}`);
    const stop = serve(port, role, handlers, sources, logger);
    return () => {
      note(`closed ${role}`);
      stop();
    };
  },
  onResumed: () => note('resumed'),
  onShutdown() {
    note('shutdown');
    if (!isStubborn) process.exit(0);
  },
});

/** The events, for the test. */
function note(line: string): void {
  appendFileSync(join(dataDir, 'echo-core.txt'), `${line}\n`);
}

function obey(id: string): Reply<{ id: string }> | Promise<never> {
  const [word = '', ...rest] = id.split(' ');
  switch (word) {
    case 'crash':
      process.abort();
      break;
    case 'leave':
      process.exit(0);
      break;
    case 'never':
      return new Promise<never>(() => undefined);
    case 'stubborn':
      isStubborn = true;
      break;
    case 'fatal':
      parent.fatal('database-from-future', 'version 99');
      break;
    case 'env':
      return { ok: true, value: { id: Object.keys(process.env).toSorted().join(' ') } };
    case 'quit-check':
      quitCheck = { waitsForOperator: rest[0] === 'waits', cancelling: Number(rest[1]), openShift: null };
      break;
  }
  return { ok: true, value: { id } };
}

const notHere: Reply<never> = {
  ok: false,
  error: { code: 'internal', message: 'the echo core has no such thing' },
};

const handlers = new Proxy({} as Handlers, {
  get(_, name) {
    if (name === 'session/dismiss-notice') return ({ id }: { id: string }) => obey(id);
    if (name === 'till/quit-check') return () => ({ ok: true, value: quitCheck });
    return () => notHere;
  },
});

const customerView: Payload<'customer/view'> = {
  shopName: `core ${process.pid}`,
  zone: 'America/Sao_Paulo',
  training: true,
  screen: { kind: 'idle' },
};

const sources: Sources = {
  'till/view': { subscribe: () => () => undefined },
  'report/progress': { subscribe: () => () => undefined },
  'manager/shop': { subscribe: () => () => undefined },
  'till/at-work': { subscribe: () => () => undefined },
  'customer/view': {
    subscribe(listener) {
      listener(customerView);
      return () => undefined;
    },
    acknowledged: ({ shows }) => note(`customer shows ${shows}`),
  },
};
