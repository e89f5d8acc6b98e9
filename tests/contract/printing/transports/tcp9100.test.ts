import { expect, it } from 'vitest';
import { createTcpTransport } from '../../../../main/core/printing/transports/tcp9100.ts';
import { systemClock } from '../../../../main/core/system-ports.ts';

const tcp = createTcpTransport(systemClock);

it.each([
  ['a closed port', '127.0.0.1:9', 'ECONNREFUSED'],
  ['a name that nobody knows', 'printer.invalid', 'ENOTFOUND'],
  ['no address', ':', 'no host and port'],
])('tells %s', async (_, id, word) => {
  const outcome = await tcp.send({ kind: 'tcp9100', id }, Uint8Array.of(1), { dialect: 'dle' });
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'UNREACHABLE' });
  expect(outcome).toHaveProperty('detail', expect.stringContaining(word));
});
